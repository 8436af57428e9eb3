import "./RunStrip.css";
import { editedSinceRun } from "../../../editor/session/selectors";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor, useEditorState, useWorkspace } from "../../kit/useWorkspace";
import { executionId } from "./words";

/** The execution that the canvas shows, beside the tabs: seen while the panel is closed too. */
export function RunStrip() {
  const editor = useEditor();
  const { executions } = useWorkspace().runs;
  const run = useEditorState((state) =>
    state.run === null ? null : { arn: state.run.executionArn, status: state.run.status },
  );
  const edited = useEditorState(editedSinceRun);
  if (run === null) return null;
  return (
    <div className="sw-run-strip">
      {edited && (
        <span className="sw-run-strip-edited" role="status">
          Edited since this run
        </span>
      )}
      <PlainButton look="text" className="sw-run-strip-id" onClick={() => editor.setPanel("executions")}>
        <span className="sw-run-strip-word">Execution </span>
        <span className="sw-mono">{executionId(run.arn)}</span>
      </PlainButton>
      <ExecutionStatus status={run.status} />
      <PlainButton look="text" onClick={() => executions.clear()}>
        Clear run from canvas
      </PlainButton>
    </div>
  );
}
