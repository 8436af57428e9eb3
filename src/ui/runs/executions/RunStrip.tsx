import "./RunStrip.css";
import type { ErrorKind } from "../../../contract/appError";
import { executionId } from "../../../editor/runs/executions/executionId";
import { editedSinceRun } from "../../../editor/session/selectors";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { FailureLink } from "../../kit/FailureLine";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor, useEditorObject, useEditorState, useExecutionsState, useWorkspace } from "../../kit/useWorkspace";

/** The execution that the canvas shows, beside the tabs: seen while the panel is closed too. */
export function RunStrip() {
  const editor = useEditor();
  const { executions } = useWorkspace().runs;
  const run = useEditorState((state) =>
    state.run === null ? null : { arn: state.run.executionArn, status: state.run.status },
  );
  const failure = useEditorObject((state) => state.run?.failure ?? null);
  const edited = useEditorState(editedSinceRun);
  const trouble = useExecutionsState(({ shown }) => shown?.error?.kind ?? null);
  const isOpen = useEditorState(({ panel }) => panel === "executions");
  if (run === null) return null;
  return (
    <div className="sw-run-strip">
      {edited && (
        <span className="sw-run-strip-edited" role="status" title="Edited since this run">
          Edited<span className="sw-run-strip-since"> since this run</span>
        </span>
      )}
      {trouble !== null && !isOpen && (
        <span role="alert">
          <PlainButton
            look="text"
            className="sw-run-strip-trouble"
            title="What to do next"
            onClick={() => editor.setPanel("executions")}
          >
            {troubleWords(trouble)}
          </PlainButton>
        </span>
      )}
      <PlainButton look="text" className="sw-run-strip-id" onClick={() => editor.setPanel("executions")}>
        <span className="sw-run-strip-word">Execution </span>
        <span className="sw-mono">{executionId(run.arn)}</span>
      </PlainButton>
      <ExecutionStatus status={run.status} />
      {failure !== null && !isOpen && <FailureLink failure={failure} />}
      <PlainButton look="text" aria-label="Clear run from canvas" onClick={() => executions.clear()}>
        Clear run<span className="sw-run-strip-where"> from canvas</span>
      </PlainButton>
    </div>
  );
}

/** In short: the panel has the whole, which is loaded when it is opened. */
function troubleWords(trouble: ErrorKind): string {
  if (trouble === "unreachable") return "The local server does not answer";
  return trouble === "session" ? "Not connected to the local server" : "Its status could not be read";
}
