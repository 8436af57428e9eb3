import "./ExecutionView.css";
import { ErrorBox } from "../../kit/ErrorBox";
import { PanelNote } from "../../kit/paragraphs";
import { toDisplayError } from "../../kit/toDisplayError";
import { useExecutionsState } from "../../kit/useWorkspace";
import { ExecutionFailure } from "./ExecutionFailure";
import { ExecutionHead } from "./ExecutionHead";
import { StepTable } from "./StepTable";

/** One execution: how it stands, why it failed, what it was started with, and its steps. */
export function ExecutionView() {
  const shown = useExecutionsState((state) => state.shown);
  if (shown === null) return <PanelNote>Choose an execution to see its steps here and on the canvas.</PanelNote>;
  const { execution, error, parameters } = shown;
  return (
    <div className="sw-execution">
      <ExecutionHead shown={shown} />
      {error !== null && (execution === null ? <ErrorBox error={error} /> : <Trouble title={toDisplayError(error)} />)}
      {execution?.failureReason != null && <ExecutionFailure>{execution.failureReason}</ExecutionFailure>}
      {parameters !== null && parameters.length > 0 && (
        <dl className="sw-execution-parameters" aria-label="Parameters of this execution">
          {parameters.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="sw-mono">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <StepTable shown={shown} />
    </div>
  );
}

function Trouble({ title: { title, detail, next } }: { readonly title: ReturnType<typeof toDisplayError> }) {
  return (
    <ExecutionFailure role="alert">
      {title}: {detail} {next}
    </ExecutionFailure>
  );
}
