import type { PanelTab } from "../../session/editorState";
import type { PromptCommand } from "../command";

function showing(panel: PanelTab): PromptCommand {
  return {
    id: `view.${panel}`,
    group: "View",
    palette: true,
    label: () => `Show the ${panel}`,
    when: (state) => state.panel !== panel || `The ${panel} are shown already.`,
    run: ({ editor }) => {
      editor.setPanel(panel);
      return { done: `The bottom panel shows the ${panel}.` };
    },
  };
}

export const showPanelCommands = [
  showing("problems"),
  showing("definition"),
  showing("simulation"),
  showing("executions"),
];

export const closePanel: PromptCommand = {
  id: "view.closePanel",
  group: "View",
  palette: true,
  label: () => "Close the bottom panel",
  when: (state) => state.panel !== null || "The bottom panel is closed.",
  run: ({ editor }) => {
    editor.setPanel(null);
    return { done: "The bottom panel is closed." };
  },
};
