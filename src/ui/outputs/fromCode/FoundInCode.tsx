import "./FoundInCode.css";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { takeOver } from "../../../editor/commands/outputs/outputs";
import { isDone } from "../../../editor/commands/perform";
import {
  declaredTypes,
  missingArguments,
  type Standing,
  standingOf,
  takenInWords,
} from "../../../editor/form/fromCode";
import type { HandlerOutput, HandlerReading } from "../../../handler/readHandler";
import { type ParameterType, parameterTypes } from "../../../pipeline/definition/parameters";
import { useInspectedStep, useStep } from "../../kit/inspectedStep";
import { KindBadge } from "../../kit/KindBadge";
import { Note } from "../../kit/paragraphs";
import { useRun } from "../../kit/useCommands";
import { useEditorState } from "../../kit/useWorkspace";
import { OutputList } from "../OutputList";

const typeOptions = parameterTypes.map((type) => ({ value: type, label: type }));

/** What was found in the code: what is ticked becomes the step's, in one step of undo. */
export function FoundInCode({ reading }: { readonly reading: HandlerReading }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const step = useStep(stepKey);
  const readOnly = useEditorState((state) => state.readOnly);
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [types, setTypes] = useState<ReadonlyMap<string, ParameterType>>(new Map());
  const declared = declaredTypes(step);
  const rows = reading.outputs.map((output) => ({ output, standing: standingOf(output, declared) }));
  const missing = missingArguments(step, reading.inputs);
  const typeOf = ({ name, type }: HandlerOutput) => types.get(name) ?? type;
  const isTicked = (output: HandlerOutput, standing: Standing) =>
    ticks.get(`output ${output.name}`) ?? (standing.kind === "new" && !output.nested);
  const taken = {
    outputs: rows
      .filter(({ output, standing }) => standing.kind !== "declared" && isTicked(output, standing))
      .map(({ output }) => ({ name: output.name, type: typeOf(output) })),
    inputs: missing.filter((name) => ticks.get(`input ${name}`) === true),
  };
  const tick = (what: string, on: boolean) => setTicks((before) => new Map(before).set(what, on));
  const apply = () => {
    if (isDone(run(takeOver, { step: stepKey, taken }))) setTicks(new Map());
  };
  return (
    <>
      {rows.length > 0 && (
        <section aria-label="Outputs found in the code">
          <h4>Returns</h4>
          <OutputList>
            {rows.map(({ output, standing }) => (
              <OutputRow
                key={output.name}
                output={output}
                standing={standing}
                type={typeOf(output)}
                ticked={isTicked(output, standing)}
                readOnly={readOnly}
                onTick={(on) => tick(`output ${output.name}`, on)}
                onType={(type) => setTypes((before) => new Map(before).set(output.name, type))}
              />
            ))}
          </OutputList>
        </section>
      )}
      {missing.length > 0 && (
        <section aria-label="Arguments found in the code">
          <h4>Read from the event, and not given by the step</h4>
          <OutputList>
            {missing.map((name) => (
              <li key={name} className="sw-from-code-row" data-wide="">
                <Checkbox
                  checked={ticks.get(`input ${name}`) === true}
                  disabled={readOnly}
                  onChange={({ detail }) => tick(`input ${name}`, detail.checked)}
                >
                  Add argument {name}
                </Checkbox>
              </li>
            ))}
          </OutputList>
        </section>
      )}
      {rows.length + missing.length > 0 && (
        <div>
          <Button
            variant="primary"
            disabled={readOnly || taken.outputs.length + taken.inputs.length === 0}
            onClick={apply}
          >
            {takenInWords(taken)}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly output: HandlerOutput;
  readonly standing: Standing;
  readonly type: ParameterType;
  readonly ticked: boolean;
  readonly readOnly: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onType: (type: ParameterType) => void;
}

function OutputRow({ output, standing, type, ticked, readOnly, onTick, onType }: RowProps) {
  const { name, guess, nested } = output;
  if (standing.kind === "declared") {
    return (
      <li className="sw-from-code-row">
        <span className="sw-from-code-known">{name}</span>
        <KindBadge kind="declared" />
      </li>
    );
  }
  return (
    <li className="sw-from-code-row">
      <Checkbox checked={ticked} disabled={readOnly} onChange={({ detail }) => onTick(detail.checked)}>
        {name}
      </Checkbox>
      <Select
        ariaLabel={`Type of ${name} found in the code`}
        selectedOption={{ value: type, label: type }}
        options={typeOptions}
        disabled={readOnly}
        expandToViewport
        onChange={({ detail }) => {
          const chosen = parameterTypes.find((one) => one === detail.selectedOption.value);
          if (chosen !== undefined) onType(chosen);
        }}
      />
      {standing.kind === "differs" && (
        <Note>
          Declared as {standing.type}; the code gives {output.type}. Tick it to declare {type}.
        </Note>
      )}
      {nested && (
        <Note>
          Nested: SageMaker turns a dictionary or list into one string, so other steps cannot read what lies inside.
        </Note>
      )}
      {guess && !nested && <Note>A guess: the code does not say the type for certain.</Note>}
    </li>
  );
}
