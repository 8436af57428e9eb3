import type { Theme } from "../../session/pagePort";
import type { PromptCommand } from "../command";

function choosing(theme: Theme, label: string, done: string): PromptCommand {
  return {
    id: `view.theme.${theme}`,
    group: "View",
    palette: true,
    label: () => label,
    run: ({ page }) => {
      page.chooseTheme(theme);
      return { done };
    },
  };
}

export const themeCommands = [
  choosing("dark", "Dark look", "The look is dark."),
  choosing("light", "Light look", "The look is light."),
  choosing("system", "The system's look", "The look is the system's."),
];
