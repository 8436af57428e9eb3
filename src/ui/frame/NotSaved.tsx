import { downloadJson } from "../../editor/commands/pipeline/files";
import { useRun } from "../kit/useCommands";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";

/** Stays for as long as what is on the screen is not stored, and offers the ways out. Nothing is dropped meanwhile. */
export function NotSaved() {
  const run = useRun();
  const { session } = useWorkspace();
  const { state, reason } = useEditorState(({ save }) => save);
  if (state !== "unsaved") return null;
  return (
    <div className="sw-not-saved" role="alert">
      <span className="sw-notice-text">{reason} Your edits stay on this page for as long as it is open.</span>
      <button type="button" className="sw-text-link" onClick={() => session?.flush().catch(() => undefined)}>
        Try again
      </button>
      <button type="button" className="sw-text-link" onClick={() => run(downloadJson)}>
        Download a copy
      </button>
    </div>
  );
}
