import type { Recipe } from "../../pipeline/edits/edit";
import type { EditorState } from "../session/editorState";
import type { Workspace } from "../workspace";
import type { Command, PromptCommand } from "./command";
import type { Done, Offer, Settled } from "./outcome";

interface Editing<Args> extends Omit<Command<Args>, "run" | "edits"> {
  readonly recipe: (state: EditorState, args: Args, workspace: Workspace) => Recipe;
  /** What happened, from the states before and after. */
  readonly done: (before: EditorState, args: Args, after: EditorState) => string;
  readonly offer?: "undo" | ((workspace: Workspace, before: EditorState, args: Args) => Offer | undefined);
  /** What comes after it where it changed anything: what it made is selected. */
  readonly after?: (workspace: Workspace, before: EditorState, args: Args) => void;
}

/** Edits the document once: one entry of the history, and what was done, where it changed anything. */
export function edit({ editor }: Workspace, label: string, recipe: Recipe, done: () => Done): Settled {
  const outcome = editor.edit(label, recipe);
  if (!outcome.ok) return { refused: outcome.message, said: true };
  return outcome.changed ? done() : { done: "" };
}

/** A command that is one edit, called in the history as the command is. */
export function editing<Args>({ recipe, done, offer, after, ...command }: Editing<Args>): PromptCommand<Args> {
  return {
    ...command,
    edits: true,
    run: (workspace, args) => {
      const before = workspace.editor.store.getState();
      return edit(workspace, command.label(before, args), recipe(before, args, workspace), () => {
        after?.(workspace, before, args);
        const offered = typeof offer === "function" ? offer(workspace, before, args) : offer;
        const said = done(before, args, workspace.editor.store.getState());
        return offered === undefined ? { done: said } : { done: said, offer: offered };
      });
    },
  };
}
