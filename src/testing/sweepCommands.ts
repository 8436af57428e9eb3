import { describe, expect, it } from "vitest";
import type { AnyCommand, Command } from "../editor/commands/command";
import type { Outcome } from "../editor/commands/outcome";
import { perform, whyNot } from "../editor/commands/perform";
import { type Editor, readOnlyReason } from "../editor/session/createEditor";
import { undoLabel } from "../editor/session/selectors";
import type { PipelineDocument } from "../pipeline/definition/document";
import type { ApiModels } from "../pipeline/schema/model";
import { type FakeWorkspace, fakeWorkspace } from "./fakeWorkspace";

/** One way to try a command. */
export interface Try {
  readonly document: PipelineDocument;
  /** Without, as keys and the palette call it. */
  readonly args?: unknown;
  /** What is selected, copied, done before it. */
  readonly given?: (editor: Editor, workspace: FakeWorkspace) => void;
  /** What is answered to each of its questions. */
  readonly answers?: readonly string[];
  /** What is asked of canvas and page: `fit`, `open keys`. */
  readonly calls?: readonly string[];
  /** What is expected of its sentence. */
  readonly says?: RegExp;
  /** What the history calls it, where that is more than its label can know. */
  readonly called?: string;
}

/** The tries of a folder of commands, by the command's id. */
export type CommandCases = Readonly<Record<string, readonly Try[]>>;

/** Tries a command: its words, when it can be done, and, where it edits, that it is one entry of the history that can be undone and redone. */
export function sweepCommand(command: AnyCommand, tries: readonly Try[], file: string, models: ApiModels): void {
  it("is tried", () => {
    expect(tries.length, `${command.id} needs a try in ${file}: { document, args }`).toBeGreaterThan(0);
  });

  describe.each(tries.map((one, index) => [index + 1, one] as const))("try %i", (_, one) => {
    it("has a label, and can be done", () => {
      const { editor } = begin(one, models);
      const { label } = asTried(command);
      expect(label(editor.store.getState(), one.args)).toMatch(/^[A-Z]((?!undefined).)*[^.]$/);
      expect(whyNot(asTried(command), editor.store.getState(), one.args)).toBeNull();
    });

    it("is refused in a tab that only reads, where it edits", () => {
      const { editor } = begin(one, models);
      editor.setReadOnly(true);
      const why = whyNot(asTried(command), editor.store.getState(), one.args);
      if (command.edits) expect(why).toBe(readOnlyReason);
    });

    it(command.edits ? "does, undoes and redoes, and says so" : "says what it did, and edits nothing", async () => {
      const workspace = begin(one, models);
      const { store } = workspace.editor;
      const before = store.getState();
      const { outcome, label } = await answered(workspace, command, one);
      expect(outcome).toHaveProperty("done");
      const after = store.getState();
      if ("done" in outcome) expect(after.announcement.text, "what was done must be announced").toBe(outcome.done);
      expect(after.announcement.text).toMatch(one.says ?? /^\S.*\.$/s);
      for (const call of one.calls ?? []) expect(workspace.calls).toContain(call);
      if (!command.edits) {
        if (!["undo", "redo"].includes(command.id)) expect(after.document).toBe(before.document);
        return;
      }
      if (one.calls !== undefined && after.document === before.document) return;
      expect(after.document).not.toBe(before.document);
      expect(after.history.past).toHaveLength(before.history.past.length + 1);
      expect(undoLabel(after), "the entry of the history must be called as the command is").toBe(one.called ?? label);
      workspace.editor.undo();
      expect(store.getState().document).toBe(before.document);
      workspace.editor.redo();
      expect(store.getState().document).toBe(after.document);
    });
  });
}

/** A command whose arguments are known to be its own: they come from its cases. */
function asTried(command: AnyCommand): Command<unknown> {
  return command as unknown as Command<unknown>;
}

function begin({ document, given }: Try, models: ApiModels): FakeWorkspace {
  const workspace = fakeWorkspace(document, models);
  given?.(workspace.editor, workspace);
  return workspace;
}

/** Performs a command and answers what it asks. `label` is what it is called with all that was answered. */
async function answered(workspace: FakeWorkspace, command: AnyCommand, { args, answers = [] }: Try) {
  const { store } = workspace.editor;
  let label = asTried(command).label(store.getState(), args);
  let outcome: Outcome<unknown> = await perform(
    workspace,
    {
      ...asTried(command),
      run: (inner, given) => {
        label = asTried(command).label(store.getState(), given);
        return asTried(command).run(inner, given);
      },
    },
    args,
  );
  for (const answer of answers) {
    const question = workspace.asked.at(-1);
    expect(question, `nothing was asked that “${answer}” answers`).toBeDefined();
    if (question !== undefined && "choices" in question) {
      expect(question.choices("").shown.map(({ id }) => id)).toContain(answer);
      expect(question.choices("no such thing").shown).toEqual([]);
    }
    if (question !== undefined && "text" in question) expect(question.text.whyNot(answer)).toBeNull();
    if (question !== undefined) outcome = (await question.answer(answer)) as Outcome<unknown>;
  }
  return { outcome, label };
}
