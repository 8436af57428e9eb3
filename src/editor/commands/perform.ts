import { whyReadOnly } from "../session/createEditor";
import type { EditorState } from "../session/editorState";
import type { Ask } from "../session/question";
import type { Workspace } from "../workspace";
import type { AnyCommand, Command, PromptCommand } from "./command";
import { undo } from "./history";
import type { Done, Outcome, Refused, Settled } from "./outcome";

/** Why a command cannot be done now, as a sentence; null where it can. */
export function whyNot<Args>(
  command: Pick<Command<Args>, "edits" | "when">,
  state: EditorState,
  args: Args,
): string | null {
  if (command.edits && state.readOnly) return whyReadOnly(state);
  const when = command.when?.(state, args) ?? true;
  return when === true ? null : when;
}

/**
 * Does a command: the one way to it for keys, buttons, menus and the palette. Says what was done or why it is refused; what it has to
 * ask it asks there, and goes on with the answer.
 */
export function perform<Args>(workspace: Workspace, command: PromptCommand<Args>, args: Args): Settled;
export function perform<Args>(
  workspace: Workspace,
  command: Command<Args>,
  args: Args,
  ask?: Ask,
): Outcome<Args> | Promise<Outcome<Args>>;
export function perform<Args>(
  workspace: Workspace,
  command: Command<Args>,
  args: Args,
  ask: Ask = (question) => workspace.canvas?.ask(question, null),
): Outcome<Args> | Promise<Outcome<Args>> {
  const why = whyNot(command, workspace.editor.store.getState(), args);
  const outcome = why === null ? command.run(workspace, args) : { refused: why };
  const settle = (settled: Outcome<Args>) => {
    if ("done" in settled) sayDone(workspace, settled);
    else if ("refused" in settled) sayRefused(workspace, settled);
    else {
      const { answer, ...question } = settled.ask;
      ask({ ...question, answer: (value) => perform(workspace, command, answer(value), ask) });
    }
    return settled;
  };
  return outcome instanceof Promise ? outcome.then(settle) : settle(outcome);
}

/** A command that the palette names, which gives no arguments. */
export function performAlone(workspace: Workspace, command: AnyCommand): void {
  void perform(workspace, command as Command, undefined);
}

/** A command that a key means. One that cannot be done now is said to be so, and not shown: keys are pressed in passing. */
export function performByKey(workspace: Workspace, command: AnyCommand): void {
  const { editor } = workspace;
  const state = editor.store.getState();
  const why = state.readOnly ? null : whyNot(command as Command, state, undefined);
  if (why === null) performAlone(workspace, command);
  else editor.announce(why);
}

/** True where it was done. */
export function isDone(outcome: Outcome<unknown>): boolean {
  return "done" in outcome;
}

function sayDone(workspace: Workspace, { done, offer, shown = done }: Done): void {
  if (done === "") return;
  const { editor } = workspace;
  editor.announce(done);
  const takeBack = { label: "Undo", run: () => void perform(workspace, undo, undefined) };
  if (offer === "nothing") editor.notice("success", shown);
  else if (offer !== undefined) editor.notice("info", shown, offer === "undo" ? takeBack : offer);
}

function sayRefused({ editor, canvas }: Workspace, { refused, cycle, kind = "warning", said }: Refused): void {
  if (cycle != null) canvas?.showCycle(cycle);
  if (said === true) return;
  editor.notice(kind, refused);
  editor.announce(refused);
}
