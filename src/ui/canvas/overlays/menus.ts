/** The context menus of a step, a wire and the canvas. */
import { duplicateSelection, pasteText } from "../../../editor/commands/clipboard";
import { deleteSelection, inWords } from "../../../editor/commands/deleteSelection";
import type { Place } from "../../../pipeline/definition/document";
import { setTrigger } from "../../../pipeline/edits/dependsOn";
import { reasonsInWords } from "../../../pipeline/edits/removeEdge";
import type { Trigger } from "../../../pipeline/graph/analyseStep";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { rootsOf, stepsByKey } from "../../../pipeline/graph/stepTree";
import { deleteLine } from "../deleteLine";
import { takeOut } from "../drop/intoSlot";
import { focusStep } from "../focus";
import type { CanvasKit } from "../kit";
import { tidyNow } from "../useCanvasView";
import type { Overlay } from "./overlay";
import { slotsOf } from "./slotOptions";

export interface MenuItem {
  readonly label: string;
  readonly keys?: string;
  /** What it does, where the label does not say all. */
  readonly hint?: string;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly separated?: boolean;
  /** Leaves the menu's place to what it opens. */
  readonly run: () => void;
}

const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl+";

export function stepMenu(kit: CanvasKit, step: string, at: Place): MenuItem[] {
  const { editor, session } = kit;
  const { document, selection, readOnly } = editor.store.getState();
  const entry = stepsByKey(document.definition).get(step);
  if (entry === undefined) return [];
  const chosen = selection.steps.includes(step) ? selection.steps : [step];
  const open = (overlay: Overlay) => () => session.setState({ overlay });
  const items: MenuItem[] = [];
  if (chosen.length === 1) {
    items.push({ label: "Rename", keys: "F2", run: () => session.setState({ renaming: step }) });
    items.push({ label: "Wait for…", run: open({ kind: "pickStep", end: { kind: "before", step }, at }) });
    items.push({ label: "Run a step after this…", run: open({ kind: "pickStep", end: { kind: "after", step }, at }) });
    items.push({ label: "Show fields and outputs…", run: open({ kind: "moreFields", step, at }) });
  }
  if (slotsOf(document).length > 0) {
    items.push({ label: "Move into…", run: open({ kind: "pickSlot", steps: chosen, at }) });
  }
  const roots = rootsOf(document.definition, chosen);
  const { parent } = entry;
  if (parent !== null && roots.every((key) => stepsByKey(document.definition).get(key)?.parent === parent)) {
    items.push({ label: `Move out of ${parent}`, run: () => takeOut(kit, roots, "up") });
  }
  items.push({
    label: chosen.length === 1 ? "Duplicate" : `Duplicate ${inWords(chosen)}`,
    keys: `${mod}D`,
    separated: true,
    run: () => duplicateSelection(editor),
  });
  items.push({
    label: chosen.length === 1 ? "Delete" : `Delete ${inWords(chosen)}`,
    keys: "Delete",
    danger: true,
    run: () => deleteSelection(editor),
  });
  return readOnly ? items.map((item) => ({ ...item, disabled: true })) : items;
}

interface TriggerChoice {
  readonly trigger: Trigger;
  readonly label: string;
  /** When the second step runs, of the first. */
  readonly said: (from: string) => string;
}

const triggers: readonly TriggerChoice[] = [
  { trigger: "Completed", label: "On success", said: (from) => `when ${from} succeeded` },
  { trigger: "Failed", label: "On failure", said: (from) => `when ${from} failed` },
  { trigger: "Stopped", label: "On stop", said: (from) => `when ${from} was stopped` },
  { trigger: "Any", label: "Always", said: (from) => `however ${from} ends` },
];

export function lineMenu(kit: CanvasKit, id: string): MenuItem[] {
  const { editor, session } = kit;
  const line = session.getState().lines.get(id)?.line;
  if (line === undefined) return [];
  const { from, to, reason } = line;
  const { document, readOnly } = editor.store.getState();
  const reasons = deriveGraph(document.definition)
    .into.get(to)
    ?.find((edge) => edge.from === from)?.reasons;
  const items: MenuItem[] = [];
  if (reason.kind === "order") {
    for (const { trigger, label, said } of triggers) {
      items.push({
        label,
        hint: `Runs ${to} ${said(from)}.`,
        checked: reason.trigger === trigger,
        run: () => {
          const outcome = editor.edit(`Run ${to} ${said(from)}`, setTrigger(to, from, trigger));
          if (outcome.ok) editor.announce(`${to} runs ${said(from)}.`);
        },
      });
    }
  }
  items.push({ label: `Go to ${from}`, separated: items.length > 0, run: () => focusStep(kit, from) });
  items.push({ label: `Go to ${to}`, run: () => focusStep(kit, to) });
  items.push({
    label: "Delete edge",
    keys: "Delete",
    hint: reasonsInWords(from, to, [reason]).join(" "),
    danger: true,
    separated: true,
    run: () => deleteLine(kit, id),
  });
  if (reasons !== undefined && reasons.length > 1) {
    items.push({
      label: `Delete all ${reasons.length} reasons`,
      hint: `${to} no longer depends on ${from}.`,
      danger: true,
      run: () => {
        editor.selectEdge({ from, to });
        deleteSelection(editor);
      },
    });
  }
  return readOnly ? items.map((item) => ({ ...item, disabled: true })) : items;
}

export function canvasMenu(kit: CanvasKit, at: Place): MenuItem[] {
  const { editor, session, view } = kit;
  const { readOnly } = editor.store.getState();
  const blank = session.getState().scene.cards.size === 0;
  return [
    {
      label: "Add a step here…",
      disabled: readOnly,
      run: () => session.setState({ overlay: { kind: "addStep", end: null, at } }),
    },
    { label: "Paste", keys: `${mod}V`, disabled: readOnly, run: () => void paste(kit, at) },
    { label: "Select all", keys: `${mod}A`, disabled: blank, run: () => editor.selectAll() },
    { label: "Tidy", disabled: blank || readOnly, separated: true, run: () => void tidyNow(kit, "asked") },
    { label: "Fit", disabled: blank, run: () => view.fit(session.getState().scene.bounds) },
  ];
}

async function paste({ editor }: CanvasKit, at: Place): Promise<void> {
  try {
    pasteText(editor, await navigator.clipboard.readText(), "", at);
  } catch {
    editor.notice("info", `This browser does not let a menu read the clipboard: press ${mod}V.`);
  }
}
