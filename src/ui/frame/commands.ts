/** What the command palette offers; each is also a button, a key or a gesture somewhere. */

import { addStepInView } from "../../editor/commands/addStepInView";
import { copySelection, duplicateSelection } from "../../editor/commands/clipboard";
import { deleteSelection } from "../../editor/commands/deleteSelection";
import { sayWhetherSaved } from "../../editor/commands/sayWhetherSaved";
import type { CanvasPort } from "../../editor/session/canvasPort";
import type { Editor } from "../../editor/session/createEditor";
import { canRedo, canUndo, redoLabel, undoLabel } from "../../editor/session/selectors";
import type { Workspace } from "../../editor/workspace";
import { exportForms } from "../../export";
import { listSteps } from "../../pipeline/graph/stepTree";
import { stepTypeList } from "../../pipeline/steps";
import { goTo } from "../kit/address";
import { copyAs, downloadAs } from "../kit/exportAs";
import { chooseTheme } from "../kit/theme";

export interface Command {
  readonly label: string;
  /** What stands at its right: its keys, or what kind of thing it is. */
  readonly hint: string;
  readonly run: () => void;
}

const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl+";
const someView = { x: 0, y: 0, width: 1000, height: 700 };

/** The commands that make sense now. */
export function commandsFor({ editor, canvas }: Workspace): Command[] {
  return [...editing(editor), ...adding(editor, canvas), ...looking(editor, canvas), ...files(editor)];
}

function editing(editor: Editor): Command[] {
  const state = editor.store.getState();
  const { steps, edge } = state.selection;
  const offered: Command[] = [];
  const offer = (when: boolean, label: string, hint: string, run: () => void) => {
    if (when) offered.push({ label, hint, run });
  };
  offer(canUndo(state), `Undo: ${undoLabel(state)}`, `${mod}Z`, () => editor.undo());
  offer(canRedo(state), `Redo: ${redoLabel(state)}`, `${mod}Shift+Z`, () => editor.redo());
  offer(steps.length > 0, "Duplicate what is selected", `${mod}D`, () => duplicateSelection(editor));
  offer(steps.length > 0, "Copy what is selected", `${mod}C`, () => {
    const copied = copySelection(editor);
    if (copied !== null) void navigator.clipboard.writeText(copied.text);
  });
  offer(steps.length > 0 || edge !== null, "Delete what is selected", "Delete", () => deleteSelection(editor));
  offer(listSteps(state.document.definition).length > 0, "Select all steps", `${mod}A`, () => editor.selectAll());
  return offered;
}

function adding(editor: Editor, canvas: CanvasPort | null): Command[] {
  return stepTypeList.map(({ type, label }) => ({
    label: `Add ${label}`,
    hint: "step",
    run: () => addStepInView(editor, type, canvas?.inView() ?? someView),
  }));
}

function looking(editor: Editor, view: CanvasPort | null): Command[] {
  const onCanvas: Command[] =
    view === null
      ? []
      : [
          { label: "Tidy: lay all steps out anew", hint: "canvas", run: () => view.tidy() },
          { label: "Fit all steps into view", hint: "canvas", run: () => view.fit() },
        ];
  const panel = (label: string, tab: Parameters<Editor["setPanel"]>[0]) => ({
    label,
    hint: "panel",
    run: () => editor.setPanel(tab),
  });
  return [
    ...onCanvas,
    panel("Show the problems", "problems"),
    panel("Show the definition", "definition"),
    panel("Show the simulation", "simulation"),
    panel("Show the executions", "executions"),
    panel("Close the bottom panel", null),
    { label: "Dark look", hint: "look", run: () => chooseTheme("dark") },
    { label: "Light look", hint: "look", run: () => chooseTheme("light") },
    { label: "The system's look", hint: "look", run: () => chooseTheme("system") },
  ];
}

function files(editor: Editor): Command[] {
  return [
    ...exportForms.flatMap((form) => [
      { label: `Download the definition as a ${form.label} file`, hint: "export", run: () => downloadAs(form, editor) },
      { label: `Copy the definition as ${form.label}`, hint: "export", run: () => void copyAs(form, editor) },
    ]),
    { label: "Say whether everything is saved", hint: `${mod}S`, run: () => sayWhetherSaved(editor) },
    { label: "All pipelines", hint: "start page", run: () => goTo({ page: "start" }) },
  ];
}
