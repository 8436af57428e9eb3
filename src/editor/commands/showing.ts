import type { Workspace } from "../workspace";
import type { CommandGroup, PromptCommand } from "./command";

/** A command that shows something, and says what is there then. */
export function showing(
  id: string,
  group: CommandGroup,
  label: string,
  done: string,
  show: (workspace: Workspace) => void,
): PromptCommand {
  return {
    id,
    group,
    palette: true,
    label: () => label,
    run: (workspace) => {
      show(workspace);
      return { done };
    },
  };
}
