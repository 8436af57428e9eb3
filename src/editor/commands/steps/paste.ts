import type { Position } from "../../../pipeline/definition/document";
import type { Clipping } from "../../../pipeline/edits/pasteSteps";
import { loadPart } from "../../session/loadPart";
import type { Command } from "../command";
import { editing } from "../editing";
import { whyNot } from "../perform";
import { named } from "../words";
import { type Pasted, readCopied } from "./clipping";
import { pasteClipping, pastedNames, showPasted } from "./pasted";

interface PasteArgs {
  readonly clipping: Clipping;
  /** Where the corner of what is pasted comes to; else where it was copied, or beside it. */
  readonly at?: Position;
}

/** Adds the steps of a definition, and the parameters that are not yet declared. */
export const pasteSteps = editing<PasteArgs>({
  id: "steps.pasteDefinition",
  group: "Steps",
  palette: false,
  label: (state, { clipping }) => `Paste ${named(pastedNames(state, clipping))}`,
  when: (state, { clipping }) =>
    pastedNames(state, clipping).length > 0 || "The definition that you pasted has no steps.",
  recipe: (state, { clipping, at }) => pasteClipping(state, clipping, at),
  after: (workspace, before, { clipping }) => showPasted(workspace, pastedNames(before, clipping)),
  done: (before, { clipping }) => `Pasted: ${pastedNames(before, clipping).join(", ")}.`,
});

interface Pasting {
  readonly at?: Position;
  /** What was chosen of several definitions; else what is on the clipboard. */
  readonly pasted?: Pasted;
}

/** Adds the steps that are on the clipboard; of a Lambda handler's code, a step for it. */
export const paste: Command<Pasting | undefined> = {
  id: "steps.paste",
  group: "Steps",
  keys: ["mod+v"],
  scope: "clipboard",
  palette: true,
  edits: true,
  label: () => "Paste",
  run: async (workspace, args) => {
    const copied = args?.pasted === undefined ? await workspace.page.clipboard.read() : null;
    const clipping = args?.pasted ?? (copied === null ? null : await readCopied(copied));
    if (clipping === null) return { refused: "This browser does not let a menu read the clipboard: press the keys." };
    if ("refused" in clipping) {
      const [{ takenFromCode }, { addFromCode }] = await Promise.all([
        loadPart(() => import("./handlerCode")),
        loadPart(() => import("./addFromCode")),
      ]);
      const taken = copied === null ? null : await takenFromCode(copied.text, "");
      if (taken !== null) return addFromCode.run(workspace, { taken, ...(args?.at && { at: args.at }) });
      return { ...clipping, kind: "error" };
    }
    if ("chosen" in clipping) {
      const answer = (choice: string) => ({ ...args, pasted: clipping.chosen(choice) });
      return { ask: { title: "Which pipeline?", choices: clipping.choices, none: "", answer } };
    }
    const whole = { ...(args?.at && { at: args.at }), clipping };
    const why = whyNot(pasteSteps, workspace.editor.store.getState(), whole);
    return why === null ? pasteSteps.run(workspace, whole) : { refused: why };
  },
};
