import Multiselect from "@cloudscape-design/components/multiselect";
import type { Value } from "../../pipeline/definition/value";
import { isList } from "../../pipeline/definition/value";
import { useEditor, useEditorState } from "../kit/useEditor";
import { FieldFrame } from "./FieldFrame";
import { useFieldIds } from "./fieldIds";
import { emptyItem, setItem } from "./fields/editField";
import type { FieldItem } from "./fields/item";
import { useInspectedStep } from "./inspectedStep";
import { useKeepPlace } from "./useVisit";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly values: readonly string[];
}

/** Several of the values that AWS knows; others that stand there stay. */
export function MultiChoiceField({ item, value, values }: Props) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const ids = useFieldIds();
  const keep = useKeepPlace(item);
  const chosen = isList(value) ? value.filter((one) => typeof one === "string") : [];
  const all = [...values, ...chosen.filter((one) => !values.includes(one))];
  return (
    <FieldFrame item={item} ids={ids}>
      <Multiselect
        selectedOptions={chosen.map((one) => ({ value: one, label: one }))}
        options={all.map((one) => ({ value: one, label: one }))}
        controlId={ids.control}
        ariaLabelledby={ids.label}
        ariaDescribedby={ids.path}
        ariaRequired={item.required}
        readOnly={readOnly}
        expandToViewport
        placeholder={chosen.length === 0 ? "Choose…" : `${chosen.length} chosen`}
        deselectAriaLabel={({ label = "" }) => `Remove ${label}`}
        onChange={({ detail }) => {
          keep();
          const next = detail.selectedOptions.flatMap((option) => (option.value === undefined ? [] : [option.value]));
          const recipe =
            next.length === 0 && !item.required
              ? emptyItem(stepKey, source, item)
              : setItem(stepKey, source, item, next);
          editor.edit(`Set ${item.label} of ${stepKey}`, recipe);
        }}
      />
    </FieldFrame>
  );
}
