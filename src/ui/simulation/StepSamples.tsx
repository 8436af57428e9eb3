import "./StepSamples.css";
import { useState } from "react";
import { resetSamples } from "../../editor/commands/samples/samples";
import { type Path, parsePath, printPath } from "../../pipeline/definition/path";
import type { Value } from "../../pipeline/definition/value";
import { entries } from "../../pipeline/definition/value";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { pinnedOutputs, pinnedValue } from "../../pipeline/simulate/samples/pinned";
import { shownValue } from "../../pipeline/simulate/values/valueRows";
import { stepTypeOf } from "../../pipeline/steps";
import { runOfType } from "../../pipeline/steps/runs";
import { readStepSample, type StepSample, sampleOfIteration } from "../../pipeline/steps/runs/values/stepSample";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useEditorState } from "../kit/useWorkspace";
import { FilesRead } from "./FilesRead";
import { PartHead, PartNote, Values } from "./parts";
import { SampleField } from "./SampleField";

/** What a step gives: defaults that look like AWS's, until one is pinned. */
export function StepSamples({ step }: { readonly step: SimulatedStep }) {
  const run = useRun();
  const { key, name, type, iteration } = step;
  const readOnly = useEditorState((state) => state.readOnly);
  const kept = useEditorState(({ document }) => document.samples.get(key));
  const definition = useEditorState(({ document }) => stepsByKey(document.definition).get(key)?.step);
  const all = readStepSample(kept);
  const own = iteration === null ? undefined : all.iterations.get(iteration.index);
  const [alone, setAlone] = useState(own !== undefined);
  const sample = sampleOfIteration(all, iteration?.index ?? null);
  const rows = rowsOf(step, sample);
  // What compares or sums up computes what it gives: there is nothing to pin.
  const { ends } = runOfType(type);
  const isComputed = ends === "byComparing" || ends === "withItsBody";
  return (
    <div className="sw-simulation-outputs">
      <section aria-label={`Outputs of ${name}`}>
        <PartHead>
          <h4>Gives</h4>
          {kept !== undefined && !readOnly && (
            <PlainButton look="text" onClick={() => run(resetSamples, { step: key })}>
              Reset
            </PlainButton>
          )}
        </PartHead>
        {iteration !== null && (
          <label className="sw-simulation-alone">
            <input type="checkbox" checked={alone} onChange={(event) => setAlone(event.target.checked)} />
            For item {iteration.index} alone (<span className="sw-mono">{shownValue(iteration.item)}</span>)
          </label>
        )}
        {rows.length === 0 && <PartNote>{nothingGiven(step)}</PartNote>}
        {isComputed ? (
          <Values>
            {rows.map(({ path, value }) => (
              <div key={printPath(path)}>
                <dt className="sw-mono">{printPath(path)}</dt>
                <dd className="sw-mono">{shownValue(value)}</dd>
              </div>
            ))}
          </Values>
        ) : (
          definition !== undefined &&
          rows.map(({ path, value }) => (
            <SampleField
              key={printPath(path)}
              step={definition}
              stepKey={key}
              path={path}
              value={value}
              isPinned={pinnedValue(sample, path) !== undefined}
              iteration={iteration !== null && alone ? iteration.index : null}
              readOnly={readOnly}
            />
          ))
        )}
      </section>
      {definition !== undefined && (
        <FilesRead step={step} definition={definition} sample={sample} readOnly={readOnly} />
      )}
    </div>
  );
}

function nothingGiven({ status, type }: SimulatedStep): string {
  if (status === "NotRun") return "It gives nothing: it does not run.";
  if (status === "Failed") return "It gives nothing: it fails.";
  return stepTypeOf(type).outputsForm === "declared" ? "It declares no outputs." : "Nothing can be read from it.";
}

/** What the step gave; of one that did not come to it, what is pinned. */
function rowsOf({ outputs }: SimulatedStep, sample: StepSample): readonly { path: Path; value: Value }[] {
  const given = [...outputs].map(([printed, value]) => ({ path: parsePath(printed) ?? [printed], value }));
  if (given.length > 0) return given;
  return [
    ...pinnedOutputs(sample).map(([path, value]) => ({ path, value })),
    ...entries(sample.propertyFiles).map(([file, value]) => ({ path: ["PropertyFiles", file], value })),
  ];
}
