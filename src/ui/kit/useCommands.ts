/** How the page does what a person asks for: it names a command, and never edits by itself. */
import { useMemo } from "react";
import type { Command, PromptCommand } from "../../editor/commands/command";
import type { Outcome, Settled } from "../../editor/commands/outcome";
import { perform } from "../../editor/commands/perform";
import type { Ask } from "../../editor/session/question";
import type { Workspace } from "../../editor/workspace";
import { useWorkspace } from "./useWorkspace";

export interface Run {
  <Args>(command: PromptCommand<Args>, ...args: Given<Args>): Settled;
  <Args>(command: Command<Args>, ...args: Given<Args>): Outcome<Args> | Promise<Outcome<Args>>;
}
type Given<Args> = undefined extends Args ? [args?: Args] : [args: Args];

/** `ask`: where the questions of commands are asked; where nothing is said, on the canvas. */
export function runIn(workspace: Workspace, ask?: Ask): Run {
  return (<Args>(command: Command<Args>, args: Args) => perform(workspace, command, args, ask)) as Run;
}

/** Performs a command, named by what it imports: `run(deleteSteps, { steps: ["Train"] })`. */
export function useRun(): Run {
  const workspace = useWorkspace();
  return useMemo(() => runIn(workspace), [workspace]);
}
