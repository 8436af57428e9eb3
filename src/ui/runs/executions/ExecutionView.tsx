import "./ExecutionView.css";
import { toDisplayError } from "../../../contract/toDisplayError";
import { stopWaits } from "../../../editor/runs/executions/stopWaits";
import { ErrorBox } from "../../kit/ErrorBox";
import { FailureLine } from "../../kit/FailureLine";
import { PanelNote } from "../../kit/paragraphs";
import { useEditorObject, useExecutionsState } from "../../kit/useWorkspace";
import { ComparedRuns } from "./compare/ComparedRuns";
import { ExecutionFailure } from "./ExecutionFailure";
import { ExecutionHead } from "./ExecutionHead";
import { GivenParameters } from "./GivenParameters";
import { StepTable } from "./StepTable";

/** One execution: how it stands, why it failed, what it was started with, and its steps. */
export function ExecutionView() {
  const shown = useExecutionsState((state) => state.shown);
  const compared = useExecutionsState((state) => state.compared);
  const failure = useEditorObject(({ run }) => run?.failure ?? null);
  if (shown === null) return <PanelNote>Choose an execution to see its steps here and on the canvas.</PanelNote>;
  const { execution, error } = shown;
  const why = execution?.failureReason ?? null;
  return (
    <div className="sw-execution">
      <ExecutionHead key={`head ${shown.arn}`} shown={shown} />
      {error !== null && (execution === null ? <ErrorBox error={error} /> : <Trouble title={toDisplayError(error)} />)}
      {failure !== null ? (
        <FailureLine failure={failure} />
      ) : (
        why !== null && <ExecutionFailure>{why}</ExecutionFailure>
      )}
      {stopWaits(shown).length > 0 && <PanelNote role="status">Stopping. {stopWaits(shown).join(" ")}</PanelNote>}
      <GivenParameters shown={shown} />
      {compared === null ? (
        <StepTable key={shown.arn} shown={shown} failed={failure?.name ?? null} />
      ) : (
        <ComparedRuns shown={shown} compared={compared} />
      )}
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
