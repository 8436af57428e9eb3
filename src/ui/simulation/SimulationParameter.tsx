import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useId } from "react";
import type { ParameterRow } from "../../editor/executions/parameterForm";

interface Props {
  readonly row: ParameterRow;
  readonly text: string;
  /** The value while nothing is typed: the default, else a sample. */
  readonly otherwise: string;
  readonly refusal: string | null;
  readonly onChange: (text: string) => void;
}

/** The value of one parameter for this simulation alone: the definition keeps its default. */
export function SimulationParameter({ row, text, otherwise, refusal, onChange }: Props) {
  const { name, type, choices, mandatory } = row;
  const id = useId();
  const usual = { value: "", label: mandatory ? `Sample: ${otherwise}` : `Default: ${otherwise}` };
  return (
    <div className="sw-simulation-parameter">
      <label htmlFor={id} title={type}>
        {name}
      </label>
      {choices === null ? (
        <Input
          value={text}
          controlId={id}
          placeholder={otherwise}
          invalid={refusal !== null}
          ariaDescribedby={`${id}-note`}
          inputMode={type === "Integer" ? "numeric" : type === "Float" ? "decimal" : "text"}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => onChange(detail.value)}
        />
      ) : (
        <Select
          selectedOption={text === "" ? usual : { value: text, label: text }}
          options={[usual, ...choices.map((value) => ({ value, label: value }))]}
          controlId={id}
          expandToViewport
          ariaDescribedby={`${id}-note`}
          onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
        />
      )}
      <span id={`${id}-note`} className={refusal === null ? "sw-simulation-note" : "sw-simulation-refusal"}>
        {refusal ??
          (text === ""
            ? mandatory
              ? "It has no default: a sample stands in."
              : ""
            : `Default: ${row.defaultText ?? "none"}`)}
      </span>
    </div>
  );
}
