import type { Command } from "../command";

/** Ctrl+S: writes the file that is edited. A document of this browser is saved as it is edited; then this says so, or why it is not. */
export const save: Command = {
  id: "pipeline.save",
  group: "Pipeline",
  keys: ["mod+s"],
  scope: "everywhere",
  palette: true,
  label: () => "Save",
  run: ({ editor, file }) => {
    if (file !== null) return file.save();
    const { save } = editor.store.getState();
    if (save.state !== "unsaved")
      return { done: "Saved. Every change is kept in this browser at once.", offer: "nothing" };
    const reason = save.reason ?? "This document is not saved. Download a copy, then reload the page.";
    return { refused: reason, kind: "error" };
  },
};
