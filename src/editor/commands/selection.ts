import { listSteps } from "../../pipeline/graph/stepTree";
import type { EditorState } from "../session/editorState";
import type { PromptCommand } from "./command";
import { named } from "./words";

export const selectAll: PromptCommand = {
  id: "selection.all",
  group: "Steps",
  keys: ["mod+a"],
  palette: true,
  label: () => "Select all steps",
  when: hasSteps,
  run: ({ editor }) => {
    editor.selectAll();
    return { done: `Selected ${named(editor.store.getState().selection.steps)}.` };
  },
};

export const clearSelection: PromptCommand = {
  id: "selection.clear",
  group: "Steps",
  keys: ["escape"],
  palette: false,
  label: () => "Select nothing",
  run: ({ editor }) => {
    const { search, selection } = editor.store.getState();
    if (search?.marked === true) {
      editor.unmarkSearch();
      return { done: "What was found is marked no more. F3 goes on." };
    }
    const { steps, edge } = selection;
    editor.clearSelection();
    return { done: steps.length === 0 && edge === null ? "" : "Nothing is selected." };
  },
};

/** What needs steps to work on. */
export function hasSteps({ document }: EditorState): true | string {
  return listSteps(document.definition).length > 0 || "There are no steps yet.";
}
