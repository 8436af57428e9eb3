import Select from "@cloudscape-design/components/select";
import type { FieldItem } from "../../../editor/form/item";
import { setItem } from "../../kit/editField";
import type { FieldIds } from "../../kit/fieldIds";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useKeepPlace } from "../../kit/useVisit";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

interface Props {
  readonly item: FieldItem;
  readonly text: string;
  readonly values: readonly string[];
  readonly ids: FieldIds;
  readonly invalid: boolean;
}

/** One of the values that SageMaker takes, and no other; one that stands there all the same is shown. */
export function OneOfControl({ item, text, values, ids, invalid }: Props) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepPlace(item);
  const all = text === "" || values.includes(text) ? values : [...values, text];
  return (
    <Select
      selectedOption={text === "" ? null : { value: text, label: text }}
      options={all.map((value) => ({ value, label: value }))}
      controlId={ids.control}
      ariaLabelledby={ids.label}
      ariaDescribedby={ids.path}
      ariaRequired={item.required}
      invalid={invalid}
      readOnly={readOnly}
      expandToViewport
      placeholder="Choose…"
      onChange={({ detail }) => {
        const { value } = detail.selectedOption;
        if (value === undefined || value === text) return;
        keep();
        editor.edit(`Set ${item.label} of ${stepKey}`, setItem(stepKey, source, item, value));
      }}
    />
  );
}
