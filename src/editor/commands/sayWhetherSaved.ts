import type { Editor } from "../session/createEditor";

/** Ctrl+S: everything is saved as it is edited; this says so, or why it is not. */
export function sayWhetherSaved(editor: Editor): void {
  const { save } = editor.store.getState();
  if (save.state === "unsaved") {
    editor.notice("error", save.reason ?? "This document is not saved. Download a copy, then reload the page.");
    return;
  }
  const text = "Saved. Every change is kept in this browser at once.";
  editor.notice("success", text);
  editor.announce(text);
}
