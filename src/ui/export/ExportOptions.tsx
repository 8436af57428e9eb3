import "./ExportOptions.css";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Textarea from "@cloudscape-design/components/textarea";
import type { Choices, ExportForm, ExportOption, OptionValue } from "../../export/form";

interface Props {
  readonly form: ExportForm;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** What can be chosen of a form: the file's ending where it has several, and its own options. */
export function ExportOptions({ form, choices, onChange }: Props) {
  if (form.options.length === 0 && form.extensions.length === 1) return null;
  const set = (name: string, value: OptionValue | undefined) => {
    const { [name]: _, ...others } = choices.options;
    onChange({ ...choices, options: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <div className="sw-export-options">
      {form.extensions.length > 1 && (
        <FormField label="File">
          <SegmentedControl
            label="File"
            selectedId={choices.extension}
            options={form.extensions.map((id) => ({ id, text: id }))}
            onChange={({ detail }) => onChange({ ...choices, extension: detail.selectedId })}
          />
        </FormField>
      )}
      {form.options.map((option) => (
        <Control
          key={option.name}
          option={option}
          value={choices.options[option.name]}
          onChange={(value) => set(option.name, value)}
        />
      ))}
    </div>
  );
}

interface ControlProps {
  readonly option: ExportOption;
  readonly value: OptionValue | undefined;
  /** Undefined where it says nothing. */
  readonly onChange: (value: OptionValue | undefined) => void;
}

function Control({ option, value, onChange }: ControlProps) {
  const { label, hint } = option;
  switch (option.kind) {
    case "switch":
      return (
        <Checkbox
          checked={value === true}
          description={hint}
          onChange={({ detail }) => onChange(detail.checked ? true : undefined)}
        >
          {label}
        </Checkbox>
      );
    case "text":
      return (
        <FormField label={label} description={hint}>
          <Input
            value={typeof value === "string" ? value : ""}
            placeholder={option.placeholder}
            onChange={({ detail }) => onChange(detail.value === "" ? undefined : detail.value)}
          />
        </FormField>
      );
    case "texts":
      return (
        <FormField label={label} description={hint}>
          <Textarea
            rows={2}
            value={Array.isArray(value) ? value.join("\n") : ""}
            placeholder={option.placeholder}
            onChange={({ detail }) => onChange(detail.value === "" ? undefined : detail.value.split("\n"))}
          />
        </FormField>
      );
    case "choice":
      return (
        <FormField label={label} description={hint}>
          <SegmentedControl
            label={label}
            selectedId={typeof value === "string" ? value : option.choices[0]}
            options={option.choices.map((id) => ({ id, text: id }))}
            onChange={({ detail }) => onChange(detail.selectedId)}
          />
        </FormField>
      );
  }
}
