import "./ExecutionList.css";
import type { Execution } from "../../../contract/executions";
import { toDisplayError } from "../../../contract/toDisplayError";
import { targetOf } from "../../../editor/runs/executions/createExecutions";
import { executionId } from "../../../editor/runs/executions/executionId";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { ListRow, RowFacts } from "../../kit/ListRow";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor, useExecutionsState, useWorkspace } from "../../kit/useWorkspace";
import { ExecutionFailure } from "./ExecutionFailure";
import { ExecutionTimes } from "./ExecutionTimes";

/** The executions, newest first; the one that is chosen shows on the canvas too. */
export function ExecutionList({ onAll }: { readonly onAll: () => void }) {
  const list = useExecutionsState((state) => state.list);
  return (
    <div className="sw-execution-list">
      <div className="sw-execution-list-head">
        <h3>Newest</h3>
        <PlainButton look="text" onClick={onAll}>
          All executions
        </PlainButton>
      </div>
      {list.error !== null && (
        <ExecutionFailure role="alert">
          {toDisplayError(list.error).title}. {toDisplayError(list.error).next}
        </ExecutionFailure>
      )}
      <ul aria-label="List of executions">
        {list.executions.map((execution) => (
          <ExecutionRow key={execution.arn} execution={execution} />
        ))}
      </ul>
    </div>
  );
}

function ExecutionRow({ execution }: { readonly execution: Execution }) {
  const editor = useEditor();
  const { executions } = useWorkspace().runs;
  const { arn, displayName, started } = execution;
  // The one that is followed is known better than the list.
  const followed = useExecutionsState(({ shown }) => (shown?.arn === arn ? shown.execution : null));
  const chosen = useExecutionsState(({ shown }) => shown?.arn === arn);
  const { status, lastModified } = followed ?? execution;
  const name = displayName ?? executionId(arn);
  return (
    <li>
      <ListRow
        className="sw-execution-row"
        aria-current={chosen}
        onClick={() => executions.show(arn, targetOf(editor))}
      >
        <span className={displayName === null ? "sw-execution-name sw-mono" : "sw-execution-name"} title={arn}>
          {name}
        </span>
        <RowFacts>
          <ExecutionStatus status={status} />
          <ExecutionTimes
            execution={{ started, lastModified }}
            finished={status !== "Executing" && lastModified !== null}
          />
        </RowFacts>
      </ListRow>
    </li>
  );
}
