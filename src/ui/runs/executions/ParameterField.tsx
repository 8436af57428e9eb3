import "./ParameterField.css";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import type { ParameterRow } from "../../../editor/runs/executions/parameterForm";

interface Props {
  readonly row: ParameterRow;
  readonly text: string;
  readonly refusal: string | null;
  readonly onChange: (text: string) => void;
}

/** The control for one parameter, by its type. */
export function ParameterField({ row, text, refusal, onChange }: Props) {
  const { name, type, mandatory, defaultText, choices } = row;
  return (
    <FormField
      label={
        <span>
          {name} <span className="sw-run-label-type">{type}</span>
        </span>
      }
      constraintText={refusal === null ? constraintOf(mandatory, defaultText) : undefined}
      errorText={refusal ?? undefined}
      stretch
    >
      {choices !== null ? (
        <Select
          selectedOption={text === "" ? null : { value: text, label: text }}
          options={choices.map((value) => ({ value, label: value }))}
          placeholder="Choose a value"
          ariaRequired={mandatory}
          onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
        />
      ) : (
        <Input
          value={text}
          inputMode={type === "Integer" ? "numeric" : type === "Float" ? "decimal" : "text"}
          placeholder={defaultText ?? ""}
          ariaRequired={mandatory}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => onChange(detail.value)}
        />
      )}
    </FormField>
  );
}

function constraintOf(mandatory: boolean, defaultText: string | null): string {
  if (mandatory) return "Required: it has no default.";
  return defaultText === "" ? "The default is an empty text." : `Default: ${defaultText}`;
}
