import { renameStep } from "../../pipeline/edits/renameStep";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import type { CommandCases, Try } from "../../testing/sweepCommands";

const document = documentOf([lambda("Prep")]);
const renamed: NonNullable<Try["given"]> = (editor) => editor.edit("Rename Prep to First", renameStep("Prep", "First"));

export const cases: CommandCases = {
  "problems.fix": [
    {
      document,
      args: { fix: { label: "Rename it to First", recipe: renameStep("Prep", "First") } },
      says: /^Done: Rename it to First\.$/,
    },
  ],
  undo: [{ document, given: renamed, says: /^Undone: Rename Prep to First$/ }],
  redo: [
    {
      document,
      given: (editor, workspace) => {
        renamed(editor, workspace);
        editor.undo();
      },
      says: /^Done again: Rename Prep to First$/,
    },
  ],
};
