import "./ExecutionHead.css";
import { useState } from "react";
import { isFinished } from "../../../contract/finished";
import { learnFromRun } from "../../../editor/commands/samples/samples";
import { executionId } from "../../../editor/runs/executions/executionId";
import { learnedOf } from "../../../editor/runs/executions/learnedOf";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { ExecutionStatus } from "../../kit/ExecutionStatus";
import { PlainButton } from "../../kit/PlainButton";
import { useRun } from "../../kit/useCommands";
import { useWorkspace } from "../../kit/useWorkspace";
import { CompareWith } from "./compare/CompareWith";
import { EditExecution } from "./EditExecution";
import { ExecutionTimes } from "./ExecutionTimes";
import { notifyAtEnd } from "./notifyAtEnd";
import { Replay } from "./timeline/Replay";

/** The execution's name, status and times, and what can be done with it. */
export function ExecutionHead({ shown }: { readonly shown: ShownExecution }) {
  const { editor, runs, dialogs } = useWorkspace();
  const { arn, execution, parameters, error } = shown;
  const goesOn = execution !== null && !isFinished(execution.status);
  const [isEdited, setEdited] = useState(false);
  const [isReplayed, setReplayed] = useState(false);
  const [isCompared, setCompared] = useState(false);
  const [isWatched, setWatched] = useState(false);
  const run = useRun();
  const watch = async () => {
    const asked = await notifyAtEnd(runs.client, shown);
    if (asked === "watched") setWatched(true);
    else
      editor.notice(
        "warning",
        "The browser lets this page show no notifications. Allow them beside its address, then ask again.",
      );
  };
  const toggleCompared = async () => {
    setCompared(!isCompared);
    if (isCompared) await runs.executions.compareWith(null);
  };
  if (isEdited && execution !== null) return <EditExecution execution={execution} onClose={() => setEdited(false)} />;
  return (
    <div className="sw-execution-head">
      <h3 title={arn}>{execution?.displayName ?? <span className="sw-mono">{executionId(arn)}</span>}</h3>
      {execution !== null && <ExecutionStatus status={execution.status} />}
      <ExecutionTimes execution={execution} finished={!goesOn} />
      {execution?.description != null && <span className="sw-execution-words">{execution.description}</span>}
      <span className="sw-execution-actions">
        {goesOn && (
          <PlainButton
            look="text"
            disabled={shown.stopping || execution.status === "Stopping"}
            onClick={() => void runs.stop()}
          >
            Stop execution
          </PlainButton>
        )}
        {execution !== null && ["Failed", "Stopped"].includes(execution.status) && (
          <PlainButton look="text" onClick={() => void runs.retry()}>
            Retry from the failure
          </PlainButton>
        )}
        {goesOn && (
          <PlainButton look="text" disabled={isWatched} onClick={() => void watch()}>
            {isWatched ? "You will be notified" : "Notify me at its end"}
          </PlainButton>
        )}
        {execution !== null && !goesOn && (
          <PlainButton look="text" onClick={() => run(learnFromRun, learnedOf(shown))}>
            Simulate with its values
          </PlainButton>
        )}
        {!goesOn && !isReplayed && shown.steps.length > 0 && (
          <PlainButton look="text" onClick={() => setReplayed(true)}>
            Replay
          </PlainButton>
        )}
        <PlainButton look="text" aria-pressed={isCompared} onClick={() => void toggleCompared()}>
          {isCompared ? "End the comparison" : "Compare"}
        </PlainButton>
        {execution !== null && (
          <PlainButton look="text" onClick={() => setEdited(true)}>
            Rename
          </PlainButton>
        )}
        {error !== null && (
          <PlainButton look="text" onClick={() => runs.executions.show(arn, shown.target)}>
            Look again
          </PlainButton>
        )}
        <PlainButton
          look="text"
          title="With these values, or with others"
          disabled={parameters === null}
          onClick={() => dialogs.open({ kind: "run", values: parameters ?? [] })}
        >
          Run again …
        </PlainButton>
      </span>
      {isCompared && <CompareWith shown={shown} />}
      {isReplayed && <Replay shown={shown} onClose={() => setReplayed(false)} />}
    </div>
  );
}
