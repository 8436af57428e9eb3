import type { Theme } from "../../session/pagePort";
import { showing } from "../showing";

const choosing = (theme: Theme, label: string, done: string) =>
  showing(`view.theme.${theme}`, "View", label, done, ({ page }) => page.chooseTheme(theme));

export const themeCommands = [
  choosing("dark", "Dark look", "The look is dark."),
  choosing("light", "Light look", "The look is light."),
  choosing("system", "The system's look", "The look is the system's."),
];
