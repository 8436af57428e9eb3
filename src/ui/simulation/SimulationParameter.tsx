import "./SimulationParameter.css";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useId, useMemo } from "react";
import { setSimulatedValue } from "../../editor/commands/samples/samples";
import { simulatedValueWriter } from "../../editor/form/writers";
import type { ParameterRow } from "../../editor/runs/executions/parameterForm";
import { useRun } from "../kit/useCommands";
import { useVisit } from "../kit/useVisit";
import { VisitKeys } from "../kit/VisitKeys";
import { Refusal } from "./parts";
import { Scrubber } from "./scrubber/Scrubber";

interface Props {
  readonly row: ParameterRow;
  readonly text: string;
  /** The value while nothing is typed: the default, else a sample. */
  readonly otherwise: string;
  readonly refusal: string | null;
  readonly readOnly: boolean;
}

/** The value of one parameter for the simulation alone: kept with the document, while the definition keeps its default. */
export function SimulationParameter({ row, text, otherwise, refusal, readOnly }: Props) {
  const run = useRun();
  const { name, type, choices, mandatory } = row;
  const id = useId();
  const visit = useVisit(`Simulate with another ${name}`, simulatedValueWriter(name));
  const source = useMemo(() => ({ kind: "parameter", name }) as const, [name]);
  const usual = { value: "", label: mandatory ? `Sample: ${otherwise}` : `Default: ${otherwise}` };
  return (
    <div className="sw-simulation-parameter">
      <label htmlFor={id} title={type}>
        {name}
      </label>
      {choices === null ? (
        <VisitKeys visit={visit}>
          <Input
            value={text}
            controlId={id}
            placeholder={otherwise}
            invalid={refusal !== null}
            readOnly={readOnly}
            ariaDescribedby={`${id}-note`}
            inputMode={type === "Integer" ? "numeric" : type === "Float" ? "decimal" : "text"}
            spellcheck={false}
            autoComplete={false}
            onChange={({ detail }) => visit.set(detail.value)}
            onBlur={visit.commit}
          />
        </VisitKeys>
      ) : (
        <Select
          selectedOption={text === "" ? usual : { value: text, label: text }}
          options={[usual, ...choices.map((value) => ({ value, label: value }))]}
          controlId={id}
          expandToViewport
          readOnly={readOnly}
          ariaDescribedby={`${id}-note`}
          onChange={({ detail }) =>
            run(setSimulatedValue, { parameter: name, text: detail.selectedOption.value ?? "" })
          }
        />
      )}
      {refusal !== null ? (
        <Refusal id={`${id}-note`}>{refusal}</Refusal>
      ) : (
        <span id={`${id}-note`} className="sw-simulation-default">
          {text !== ""
            ? `Default: ${row.defaultText ?? "none"}`
            : mandatory && "It has no default: a sample stands in."}
        </span>
      )}
      {choices === null && (type === "Integer" || type === "Float") && <Scrubber source={source} />}
    </div>
  );
}
