import "./StepRunDetails.css";
import { useMemo } from "react";
import type { StepRun } from "../../../contract/executions";
import { executionId } from "../../../editor/runs/executions/executionId";
import { readStepRun } from "../../../editor/runs/executions/readStepRun";
import { bodyStepOf } from "../../../editor/runs/executions/runView";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { CallbackAnswer } from "../../kit/CallbackAnswer";
import { linksOf } from "./consoleLinks";
import { ExecutionFailure } from "./ExecutionFailure";
import { OpenCode } from "./OpenCode";
import { StepJob } from "./StepJob";
import { StepLog } from "./StepLog";
import { ValueRows } from "./ValueRows";

/** What a step was sent and what it gave, why it failed, and where AWS shows more. */
export function StepRunDetails({ shown, step }: { readonly shown: ShownExecution; readonly step: StepRun }) {
  const { sent, gave } = useMemo(() => readStepRun(shown, step.name), [shown, step.name]);
  const links = linksOf(shown.target, typeOf(shown, step.name), step.arn);
  return (
    <div className="sw-step-run">
      {step.failureReason !== null && <ExecutionFailure>{step.failureReason}</ExecutionFailure>}
      {step.status === "Failed" && <OpenCode shown={shown} name={step.name} />}
      <p className="sw-step-run-facts">
        {step.outcome !== null && <span>Outcome {step.outcome}</span>}
        {step.attempts > 1 && shown.target.kind === "local" && <span>{step.attempts} attempts</span>}
        {step.cachedFrom !== null && <span>Reused from execution {executionId(step.cachedFrom)}</span>}
        {step.arn !== null && <span className="sw-mono">{step.arn}</span>}
        {links.map(({ label, href }) => (
          <a key={label} href={href} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        ))}
      </p>
      {step.callbackToken !== null && <CallbackAnswer shown={shown} step={step} callbackToken={step.callbackToken} />}
      <StepJob shown={shown} step={step} />
      <StepLog shown={shown} step={step} />
      <ValueRows title="Sent" rows={sent} empty="This step is sent nothing." step={step.name} />
      <ValueRows
        title="Gave"
        rows={gave}
        empty={step.ended === null ? "It has not ended yet." : "It gave nothing that the service tells."}
        step={step.name}
      />
    </div>
  );
}

function typeOf({ definition }: ShownExecution, name: string): string {
  if (definition === null) return "";
  return stepsByKey(definition).get(bodyStepOf(name, definition) ?? name)?.type ?? "";
}
