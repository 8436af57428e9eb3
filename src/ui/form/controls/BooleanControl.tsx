import Select from "@cloudscape-design/components/select";
import { emptyItem, setItem } from "../../kit/editField";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useKeepPlace } from "../../kit/useVisit";
import { useEditor } from "../../kit/useWorkspace";
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
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const keep = useKeepPlace(item);
  const options = item.onEmpty === "keep" ? [yes, no] : [unset, yes, no];
  return (
    <Select
      selectedOption={value === undefined ? unset : value ? yes : no}
      options={options}
      {...attributes}
      ariaLabelledby={ids.label}
      expandToViewport
      onChange={({ detail }) => {
        keep();
        const chosen = detail.selectedOption.value;
        const recipe =
          chosen === "" ? emptyItem(stepKey, source, item) : setItem(stepKey, source, item, chosen === "true");
        editor.edit(`Set ${item.label} of ${stepKey}`, recipe);
      }}
    />
  );
}
