import type { PromptCommand } from "../command";

/** Ctrl+S: everything is saved as it is edited; this says so, or why it is not. */
export const sayWhetherSaved: PromptCommand = {
  id: "pipeline.saved",
  group: "Pipeline",
  keys: ["mod+s"],
  scope: "everywhere",
  palette: true,
  label: () => "Say whether everything is saved",
  run: ({ editor }) => {
    const { save } = editor.store.getState();
    if (save.state !== "unsaved")
      return { done: "Saved. Every change is kept in this browser at once.", offer: "nothing" };
    const reason = save.reason ?? "This document is not saved. Download a copy, then reload the page.";
    return { refused: reason, kind: "error" };
  },
};
