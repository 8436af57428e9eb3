import Select from "@cloudscape-design/components/select";
import { useFieldVisit } from "../../kit/useVisit";
import { type ControlProps, useControlAttributes } from "./control";

const unset = { value: "", label: "Not set" };
const yes = { value: "true", label: "true" };
const no = { value: "false", label: "false" };

interface Props extends ControlProps {
  readonly value: boolean | undefined;
}

/** Yes, no, or not said: absent means AWS's own default. */
export function BooleanControl({ value, ...control }: Props) {
  const { item, ids } = control;
  const attributes = useControlAttributes(control);
  const visit = useFieldVisit(item);
  const options = item.onEmpty === "keep" ? [yes, no] : [unset, yes, no];
  return (
    <Select
      selectedOption={value === undefined ? unset : value ? yes : no}
      options={options}
      {...attributes}
      ariaLabelledby={ids.label}
      expandToViewport
      onChange={({ detail }) => {
        const chosen = detail.selectedOption.value;
        visit.put(chosen === "" ? undefined : chosen === "true");
      }}
    />
  );
}
