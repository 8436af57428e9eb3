import "./Choice.css";
import Select from "@cloudscape-design/components/select";

interface ChoiceProps {
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly string[];
  readonly onChoose: (name: string) => void;
}

/** One of several, by name; "" is none yet. */
export function Choice({ label, chosen, options, onChoose }: ChoiceProps) {
  return (
    <div className="sw-from-code-choice">
      <span aria-hidden="true">{label}</span>
      <Select
        ariaLabel={label}
        selectedOption={chosen === "" ? null : { value: chosen, label: chosen }}
        placeholder="Choose one"
        options={options.map((name) => ({ value: name, label: name }))}
        expandToViewport
        onChange={({ detail }) => onChoose(detail.selectedOption.value ?? chosen)}
      />
    </div>
  );
}
