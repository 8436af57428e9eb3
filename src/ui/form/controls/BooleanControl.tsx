import Select from "@cloudscape-design/components/select";
import type { FieldItem } from "../../../editor/form/item";
import { emptyItem, setItem } from "../../kit/editField";
import type { FieldIds } from "../../kit/fieldIds";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useKeepPlace } from "../../kit/useVisit";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

const unset = { value: "", label: "Not set" };
const yes = { value: "true", label: "true" };
const no = { value: "false", label: "false" };

interface Props {
  readonly item: FieldItem;
  readonly value: boolean | undefined;
  readonly ids: FieldIds;
  readonly invalid: boolean;
}

/** Yes, no, or not said: absent means AWS's own default. */
export function BooleanControl({ item, value, ids, invalid }: Props) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepPlace(item);
  const options = item.onEmpty === "keep" ? [yes, no] : [unset, yes, no];
  return (
    <Select
      selectedOption={value === undefined ? unset : value ? yes : no}
      options={options}
      controlId={ids.control}
      ariaLabelledby={ids.label}
      ariaDescribedby={ids.path}
      ariaRequired={item.required}
      invalid={invalid}
      readOnly={readOnly}
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
