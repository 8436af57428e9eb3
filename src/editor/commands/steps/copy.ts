import { removeSteps } from "../../../pipeline/edits/removeSteps";
import type { Command } from "../command";
import { edit } from "../editing";
import { named } from "../words";
import { anyChosen, type ChosenSteps, chosen, verbWith } from "./chosen";
import { copied } from "./clipping";
import { whatWent } from "./deleteSteps";

const refused =
  "The browser did not let Stepwire write to the clipboard. Allow it in the address bar, or press the keys instead.";

/** Puts steps on the clipboard. */
export const copy: Command<ChosenSteps> = {
  id: "steps.copy",
  group: "Steps",
  keys: ["mod+c"],
  scope: "clipboard",
  palette: true,
  label: (state, args) => verbWith("Copy", state, args),
  when: anyChosen,
  run: async ({ editor, page }, args) => {
    const state = editor.store.getState();
    const keys = chosen(state, args);
    return (await page.clipboard.write(copied(state, keys))) ? { done: `Copied ${named(keys)}.` } : { refused };
  },
};

/** Puts steps on the clipboard and takes them out of the pipeline. */
export const cut: Command<ChosenSteps> = {
  id: "steps.cut",
  group: "Steps",
  keys: ["mod+x"],
  scope: "clipboard",
  palette: true,
  edits: true,
  label: (state, args) => verbWith("Cut", state, args),
  when: anyChosen,
  run: async (workspace, args) => {
    const state = workspace.editor.store.getState();
    const steps = chosen(state, args);
    const written = await copy.run(workspace, { steps });
    if (!("done" in written)) return written;
    return edit(workspace, cut.label(state, args), removeSteps(steps), () => ({
      done: whatWent("Cut", state, steps),
      offer: "undo",
    }));
  },
};
