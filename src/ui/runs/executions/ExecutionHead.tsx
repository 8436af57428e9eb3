import { isFinished } from "../../../contract/executions";
import type { ShownExecution } from "../../../editor/runs/executions/createExecutions";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { useWorkspace } from "../../kit/useWorkspace";
import { durationWords, executionId, momentWords } from "./words";

/** The execution's name, status and times, and what can be done with it. */
export function ExecutionHead({ shown }: { readonly shown: ShownExecution }) {
  const { runs, dialogs } = useWorkspace();
  const { arn, execution, parameters, error } = shown;
  const goesOn = execution !== null && !isFinished(execution.status);
  return (
    <div className="sw-execution-head">
      <h3 title={arn}>{execution?.displayName ?? <span className="sw-mono">{executionId(arn)}</span>}</h3>
      {execution !== null && <ExecutionStatus status={execution.status} />}
      <span className="sw-execution-times">
        {execution !== null && momentWords(execution.started, new Date())}
        {execution !== null && !goesOn && ` · ${durationWords(execution.started, execution.lastModified)}`}
      </span>
      <span className="sw-execution-actions">
        {goesOn && (
          <button
            type="button"
            className="sw-panel-text-button"
            disabled={shown.stopping || execution.status === "Stopping"}
            onClick={() => void runs.stop()}
          >
            Stop execution
          </button>
        )}
        {error !== null && (
          <button
            type="button"
            className="sw-panel-text-button"
            onClick={() => runs.executions.show(arn, shown.target)}
          >
            Look again
          </button>
        )}
        <button
          type="button"
          className="sw-panel-text-button"
          disabled={parameters === null}
          onClick={() => dialogs.open({ kind: "run", values: parameters ?? [] })}
        >
          Run again with these values
        </button>
      </span>
    </div>
  );
}
