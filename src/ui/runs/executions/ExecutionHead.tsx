import { isFinished } from "../../../contract/executions";
import type { ShownExecution } from "../../../editor/runs/executions/createExecutions";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { useEditor } from "../../kit/useEditor";
import { openDialog } from "../deploy/openDialog";
import { pageTokens } from "../deploy/pageTokens";
import { useExecutions } from "./useExecutions";
import { durationWords, executionId, momentWords } from "./words";

/** The execution's name, status and times, and what can be done with it. */
export function ExecutionHead({ shown }: { readonly shown: ShownExecution }) {
  const editor = useEditor();
  const executions = useExecutions();
  const { arn, execution, parameters, error } = shown;
  const goesOn = execution !== null && !isFinished(execution.status);
  const stop = () => void pageTokens.with(`stop.${arn}`, async (token) => (await executions.stop(token)) ?? noneToStop);
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
            onClick={stop}
          >
            Stop execution
          </button>
        )}
        {error !== null && (
          <button type="button" className="sw-panel-text-button" onClick={() => executions.show(arn, shown.target)}>
            Look again
          </button>
        )}
        <button
          type="button"
          className="sw-panel-text-button"
          disabled={parameters === null}
          onClick={() => openDialog(editor, { kind: "run", values: parameters ?? [] })}
        >
          Run again with these values
        </button>
      </span>
    </div>
  );
}

const noneToStop = {
  ok: false,
  error: { kind: "notFound", name: "NoExecution", message: "No execution is shown." },
} as const;
