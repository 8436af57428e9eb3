import { readOnlyReason } from "../session/createEditor";
import { redoLabel, undoLabel } from "../session/selectors";
import type { PromptCommand } from "./command";

export const undo: PromptCommand = {
  id: "undo",
  group: "Pipeline",
  keys: ["mod+z"],
  scope: "page",
  palette: true,
  label: (state) => called("Undo", undoLabel(state)),
  when: (state) => {
    if (state.readOnly) return readOnlyReason;
    return undoLabel(state) !== null || "There is nothing to undo.";
  },
  run: ({ editor }) => {
    const label = undoLabel(editor.store.getState());
    editor.undo();
    return { done: `Undone: ${label}` };
  },
};

export const redo: PromptCommand = {
  id: "redo",
  group: "Pipeline",
  keys: ["mod+shift+z", "mod+y"],
  scope: "page",
  palette: true,
  label: (state) => called("Redo", redoLabel(state)),
  when: (state) => {
    if (state.readOnly) return readOnlyReason;
    return redoLabel(state) !== null || "There is nothing to redo.";
  },
  run: ({ editor }) => {
    const label = redoLabel(editor.store.getState());
    editor.redo();
    return { done: `Done again: ${label}` };
  },
};

function called(verb: string, label: string | null): string {
  return label === null ? verb : `${verb}: ${label}`;
}
