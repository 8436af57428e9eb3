import type { FileSession } from "../files/fileState";
import { type Editor, whyReadOnly } from "../session/createEditor";
import type { EditorState } from "../session/editorState";
import { redoLabel, undoLabel } from "../session/selectors";
import type { PromptCommand } from "./command";

interface Going {
  readonly verb: "Undo" | "Redo";
  /** What it would undo or do again; null where there is nothing. */
  readonly what: (state: EditorState) => string | null;
  readonly go: (editor: Pick<Editor, "undo" | "redo"> | FileSession) => unknown;
  readonly told: string;
}

export const undo = going(["mod+z"], { verb: "Undo", what: undoLabel, go: (editor) => editor.undo(), told: "Undone" });
export const redo = going(["mod+shift+z", "mod+y"], {
  verb: "Redo",
  what: redoLabel,
  go: (editor) => editor.redo(),
  told: "Done again",
});

function going(keys: readonly string[], { verb, what, go, told }: Going): PromptCommand {
  const word = verb.toLowerCase();
  return {
    id: word,
    group: "Pipeline",
    keys,
    scope: "page",
    palette: true,
    label: (state) => {
      const label = what(state);
      return label === null ? verb : `${verb}: ${label}`;
    },
    when: (state) => {
      if (state.readOnly) return whyReadOnly(state);
      return what(state) !== null || `There is nothing to ${word}.`;
    },
    run: ({ editor, file }) => {
      const label = what(editor.store.getState());
      // What another program holds is taken back there: there it is one row with what was typed.
      if (file !== null && file.holder !== null) void go(file);
      else void go(editor);
      return { done: `${told}: ${label}` };
    },
  };
}
