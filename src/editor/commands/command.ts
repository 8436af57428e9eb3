/** What a person does, as data: keys, menus, buttons, the palette and the tests know a command by this alone. */
import type { EditorState } from "../session/editorState";
import type { Workspace } from "../workspace";
import type { Outcome, Settled } from "./outcome";

/** Under which heading the palette and the sheet of keys show it. */
export type CommandGroup = "Pipeline" | "Steps" | "Edges" | "Fields" | "View";

/**
 * Where its keys mean it: `everywhere`, in a text control too; on the `page` outside of text controls; on the `canvas`, which is the page
 * without the inspector and the bottom panel; on a `card` that has the focus. Those of the `clipboard` come as the browser's own events.
 */
export type KeyScope = "everywhere" | "page" | "canvas" | "card" | "clipboard";

export interface Command<Args = undefined> {
  /** Unique: `steps.delete`. */
  readonly id: string;
  readonly group: CommandGroup;
  /** What it would do, in the words of the menus, the palette and, where it edits, of the history: "Delete Train". */
  readonly label: (state: EditorState, args: Args) => string;
  /** Chords as `chordOf` reads them: `mod+shift+z`. */
  readonly keys?: Optional<Args, readonly string[]>;
  /** `canvas` where nothing else is said. */
  readonly scope?: KeyScope;
  /** False where only a place gives the arguments. */
  readonly palette: Optional<Args, true> | false;
  /** Where it edits the document: refused in a tab that only reads, one entry of the history. */
  readonly edits?: true;
  /** True, or why it cannot be done now, as a sentence; without it, it always can. */
  readonly when?: (state: EditorState, args: Args) => true | string;
  readonly run: (workspace: Workspace, args: Args) => Outcome<Args> | Promise<Outcome<Args>>;
}

/** A command that asks nothing, and whose outcome is there at once. */
export interface PromptCommand<Args = undefined> extends Command<Args> {
  readonly run: (workspace: Workspace, args: Args) => Settled;
}

/** Keys and the palette give no arguments: only a command that can do without has them. */
type Optional<Args, T> = undefined extends Args ? T : never;

/** Any command, where only what all have in common is asked for. */
export interface AnyCommand extends Omit<Command<never>, "run" | "keys" | "palette"> {
  readonly keys?: readonly string[];
  readonly palette: boolean;
  readonly run: (workspace: Workspace, args: never) => Outcome<unknown> | Promise<Outcome<unknown>>;
}
