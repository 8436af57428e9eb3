import Select from "@cloudscape-design/components/select";
import { useFieldVisit } from "../../kit/useVisit";
import { type ControlProps, useControlAttributes } from "./control";

interface Props extends ControlProps {
  readonly text: string;
  readonly values: readonly string[];
}

/** One of the values that SageMaker takes, and no other; one that stands there all the same is shown. */
export function OneOfControl({ text, values, ...control }: Props) {
  const { item, ids } = control;
  const attributes = useControlAttributes(control);
  const visit = useFieldVisit(item);
  const all = text === "" || values.includes(text) ? values : [...values, text];
  return (
    <Select
      selectedOption={text === "" ? null : { value: text, label: text }}
      options={all.map((value) => ({ value, label: value }))}
      {...attributes}
      ariaLabelledby={ids.label}
      expandToViewport
      placeholder="Choose…"
      onChange={({ detail }) => {
        const { value } = detail.selectedOption;
        if (value === undefined || value === text) return;
        visit.put(value);
      }}
    />
  );
}
