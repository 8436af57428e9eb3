import "./StepResult.css";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { runOfType } from "../../pipeline/steps/runs";
import { ExecutionStatus } from "../kit/ExecutionStatus";
import { Comparisons } from "./Comparisons";
import { FailSwitch } from "./FailSwitch";
import { OutcomeWord, PartHead, PartNote } from "./parts";
import { RequestText, ResolvedFields } from "./StepRequest";
import { StepSamples } from "./StepSamples";
import { OperandScrubbers } from "./scrubber/OperandScrubbers";
import { useSimulationState } from "./simulationContext";

/** One step from near by: what decided, what it is sent, what it gives. */
export function StepResult({ step }: { readonly step: SimulatedStep }) {
  const { name, status, outcome, why, failureReason, type } = step;
  const { ends } = runOfType(type);
  const definition = useSimulationState(({ document }) => document?.definition ?? null);
  return (
    <section className="sw-step-result" aria-label={`Simulation of ${name}`}>
      <PartHead>
        <h3>{name}</h3>
        <ExecutionStatus simulated status={status} />
        {outcome !== null && <OutcomeWord outcome={outcome} />}
        {ends !== "asFailed" && <FailSwitch step={step} />}
      </PartHead>
      {failureReason !== null && failureReason !== "" && <p className="sw-step-result-failure">{failureReason}</p>}
      {ends === "byComparing" && definition !== null ? (
        <>
          <Comparisons definition={definition} step={step} />
          <OperandScrubbers definition={definition} step={step.key} />
        </>
      ) : (
        why !== null && <PartNote>{why}</PartNote>
      )}
      {ends === "byComparing" && status === "NotRun" && <PartNote>{why}</PartNote>}
      <div className="sw-step-result-columns">
        {definition !== null && <ResolvedFields definition={definition} step={step} />}
        <StepSamples step={step} />
        <RequestText step={step} />
      </div>
    </section>
  );
}
