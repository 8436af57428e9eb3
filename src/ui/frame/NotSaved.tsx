import { downloadJson } from "../../editor/commands/pipeline/exports";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";
import { Banner } from "./Banner";

/** Stays for as long as what is on the screen is not stored, and offers the ways out. Nothing is dropped meanwhile. */
export function NotSaved() {
  const run = useRun();
  const { storage } = useWorkspace();
  const { state, reason, isDeleted } = useEditorState(({ save }) => save);
  if (state !== "unsaved") return null;
  return (
    <Banner tone="error" text={`${reason} Your edits stay on this page for as long as it is open.`}>
      {isDeleted ? (
        <PlainButton look="link" onClick={() => storage?.keep().catch(() => undefined)}>
          Keep it
        </PlainButton>
      ) : (
        <PlainButton look="link" onClick={() => storage?.flush().catch(() => undefined)}>
          Try again
        </PlainButton>
      )}
      <PlainButton look="link" onClick={() => run(downloadJson)}>
        Download a copy
      </PlainButton>
    </Banner>
  );
}
