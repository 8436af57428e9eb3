import "./Attempts.css";
import type { StepDetails, StepRun } from "../../../contract/executions";
import { durationWords } from "../../kit/durationWords";

interface Props {
  readonly step: StepRun;
  readonly attempts: StepDetails["attempts"];
}

/** When each try of a step began, how long it took and why it failed, where there were several. */
export function Attempts({ step, attempts }: Props) {
  if (attempts === null) {
    if (step.attempts < 2) return null;
    return (
      <p className="sw-attempts-none">
        {step.attempts} attempts; SageMaker tells how many there were, and not when. Their log tells more.
      </p>
    );
  }
  if (attempts.length < 2) return null;
  return (
    <section aria-label={`Attempts of ${step.name}`}>
      <h4>Attempts</h4>
      <table className="sw-attempts">
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Began</th>
            <th scope="col">Took</th>
            <th scope="col">Ended</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ began, ended, reason }, index) => (
            <tr key={began}>
              <th scope="row">{index + 1}</th>
              <td>{new Date(began).toLocaleTimeString("en")}</td>
              <td>{ended === null ? "" : durationWords(began, ended)}</td>
              <td>{ended === null ? "goes on" : (reason ?? step.status)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
