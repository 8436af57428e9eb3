import type { PromptCommand } from "./command";
import { disconnect } from "./edges/disconnect";
import { whyNot } from "./perform";
import { deleteSteps } from "./steps/deleteSteps";

/** Deletes what is selected: steps, or an edge. */
export const deleteSelection: PromptCommand = {
  id: "selection.delete",
  group: "Steps",
  keys: ["delete", "backspace"],
  palette: true,
  edits: true,
  label: (state) => {
    const { edge } = state.selection;
    return edge === null ? deleteSteps.label(state, undefined) : disconnect.label(state, edge);
  },
  when: (state) => {
    const { edge } = state.selection;
    return (edge === null ? whyNot(deleteSteps, state, undefined) : whyNot(disconnect, state, edge)) ?? true;
  },
  run: (workspace) => {
    const { edge } = workspace.editor.store.getState().selection;
    return edge === null ? deleteSteps.run(workspace, undefined) : disconnect.run(workspace, edge);
  },
};
