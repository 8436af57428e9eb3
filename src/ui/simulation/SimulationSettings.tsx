import "./SimulationSettings.css";
import { useMemo } from "react";
import { resetSamples, resetSimulatedValues } from "../../editor/commands/samples/samples";
import { parameterRows, whyNotValue } from "../../editor/runs/executions/parameterForm";
import { parameterText } from "../../pipeline/simulate/values/parameters";
import { ExecutionStatus } from "../kit/ExecutionStatus";
import { FailureLine } from "../kit/FailureLine";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useEditorState } from "../kit/useWorkspace";
import { PartHead, PartNote } from "./parts";
import { errorsIn } from "./Refused";
import { SimulationParameter } from "./SimulationParameter";
import { useSimulation, useSimulationState } from "./simulationContext";

/** How the whole ends, and the parameter values that it is simulated with. */
export function SimulationSettings() {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  const definition = useEditorState(({ document }) => document.definition);
  const rows = useMemo(() => parameterRows(definition), [definition]);
  const typed = useEditorState(({ document }) => document.settings.simulatedValues);
  const sampled = useSimulationState(({ sampled, parameters }) => {
    return new Map([...sampled].map((name) => [name, parameterText(parameters.get(name) ?? "")]));
  });
  const isGiven = rows.some(({ name }) => typed.has(name));
  return (
    <div className="sw-simulation-settings">
      <Summary />
      <PartHead>
        <h3>Parameters</h3>
        {isGiven && !readOnly && (
          <PlainButton look="text" onClick={() => run(resetSimulatedValues, undefined)}>
            Reset values
          </PlainButton>
        )}
      </PartHead>
      {rows.length === 0 && <PartNote>This pipeline has none.</PartNote>}
      {rows.map((row) => {
        const text = typed.get(row.name) ?? "";
        return (
          <SimulationParameter
            key={row.name}
            row={row}
            text={text}
            otherwise={row.defaultText ?? sampled.get(row.name) ?? ""}
            refusal={text === "" ? null : whyNotValue(row, text)}
            readOnly={readOnly}
          />
        );
      })}
    </div>
  );
}

function Summary() {
  const run = useRun();
  const simulation = useSimulation();
  const readOnly = useEditorState((state) => state.readOnly);
  const pinned = useEditorState(({ document }) => document.samples.size);
  const refused = useEditorState(errorsIn) > 0;
  const status = useSimulationState(({ simulation }) => (refused ? "Failed" : (simulation?.status ?? "")));
  const failure = useSimulationState(({ failure }) => failure);
  const stale = useSimulationState((state) => state.stale);
  const { ran, all } = useSimulationState(({ steps }) => {
    return { ran: steps.filter((step) => step.status !== "NotRun").length, all: steps.length };
  });
  return (
    <>
      <PartHead role="status">
        <ExecutionStatus simulated status={status} />
        <span className="sw-simulation-count">{`${ran === all ? "" : `${ran} of `}${all} ${all === 1 ? "step" : "steps"}`}</span>
      </PartHead>
      {failure !== null && <FailureLine failure={failure} />}
      <div className="sw-simulation-actions">
        {stale && (
          <>
            <span className="sw-simulation-stale">The pipeline changed since.</span>
            <PlainButton look="text" onClick={() => simulation.simulateNow()}>
              Simulate again
            </PlainButton>
          </>
        )}
        <PlainButton
          look="text"
          disabled={pinned === 0 || readOnly}
          title={pinned === 0 ? "Every step gives its default sample" : "Every step gives its default sample again"}
          onClick={() => run(resetSamples, undefined)}
        >
          Reset samples
        </PlainButton>
      </div>
    </>
  );
}
