import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { runOfType } from "../../pipeline/steps/runs";
import { ExecutionStatus } from "../kit/ExecutionStatus";
import { Comparisons } from "./Comparisons";
import { FailSwitch } from "./FailSwitch";
import { RequestText, ResolvedFields } from "./StepRequest";
import { StepSamples } from "./StepSamples";
import { useSimulationState } from "./simulationSession";

/** One step from near by: what decided, what it is sent, what it gives. */
export function StepResult({ step }: { readonly step: SimulatedStep }) {
  const { name, status, outcome, why, failureReason, type } = step;
  const { ends } = runOfType(type);
  const definition = useSimulationState(({ document }) => document?.definition ?? null);
  return (
    <section className="sw-step-result" aria-label={`Simulation of ${name}`}>
      <div className="sw-simulation-head">
        <h3>{name}</h3>
        <ExecutionStatus status={status} />
        {outcome !== null && <span className={`sw-simulated-outcome is-${outcome}`}>{outcome ? "True" : "False"}</span>}
        {ends !== "asFailed" && <FailSwitch step={step} />}
      </div>
      {failureReason !== null && failureReason !== "" && <p className="sw-step-result-failure">{failureReason}</p>}
      {ends === "byComparing" && definition !== null ? (
        <Comparisons definition={definition} step={step} />
      ) : (
        why !== null && <p className="sw-step-result-why">{why}</p>
      )}
      {ends === "byComparing" && status === "NotRun" && <p className="sw-step-result-why">{why}</p>}
      <div className="sw-step-result-columns">
        {definition !== null && <ResolvedFields definition={definition} step={step} />}
        <StepSamples step={step} />
        <RequestText step={step} />
      </div>
    </section>
  );
}
