import { useEffect, useState } from "react";
import type { StepDetails, StepRun } from "../../../contract/executions";
import { jobFactsOf } from "../../../editor/runs/executions/jobFacts";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { useWorkspace } from "../../kit/useWorkspace";
import { Attempts } from "./Attempts";
import { ExecutionFailure } from "./ExecutionFailure";
import { ValueRows } from "./ValueRows";

const nothing: Pick<StepDetails, "outputs" | "attempts"> = { outputs: [], attempts: null };

/** What the job behind a step says of itself: its own reason for failing, what it measured, and where its artefacts lie. */
export function StepJob({ shown, step }: { readonly shown: ShownExecution; readonly step: StepRun }) {
  const { client } = useWorkspace().runs;
  const { arn: executionArn, target } = shown;
  const { name, status, failureReason, attempts: count } = step;
  const [{ outputs, attempts }, setTold] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each status there is more to tell
  useEffect(() => {
    let isCurrent = true;
    void client.stepDetails({ target, executionArn, step: name }).then((result) => {
      if (isCurrent && result.ok) setTold(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, target, executionArn, name, status, count]);
  const { reasons, metrics, artefacts } = jobFactsOf({ outputs });
  return (
    <>
      <Attempts step={step} attempts={attempts} />
      {reasons
        .filter((reason) => reason !== failureReason)
        .map((reason) => (
          <ExecutionFailure key={reason}>{reason}</ExecutionFailure>
        ))}
      {metrics.length > 0 && (
        <ValueRows
          title="Measured"
          step={name}
          rows={metrics.map(({ name: path, value }) => ({ path, value, from: null, why: null }))}
        />
      )}
      {artefacts.length > 0 && (
        <ValueRows
          title="Artefacts"
          step={name}
          rows={artefacts.map(({ path, location }) => ({ path, value: location, from: null, why: null }))}
        />
      )}
    </>
  );
}
