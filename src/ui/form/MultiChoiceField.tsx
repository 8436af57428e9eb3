import Multiselect from "@cloudscape-design/components/multiselect";
import { useState } from "react";
import { type FieldItem, innerItem } from "../../editor/form/item";
import type { Value } from "../../pipeline/definition/value";
import { isList } from "../../pipeline/definition/value";
import { useFieldIds } from "../kit/fieldIds";
import { useInspectedStep } from "../kit/inspectedStep";
import { useFieldVisit } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { ReferenceButton } from "../text/references/ReferenceButton";
import { ReferencePicker } from "../text/references/ReferencePicker";
import { FieldFrame } from "./FieldFrame";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly values: readonly string[];
}

/** Several of the values that AWS knows; others that stand there stay. */
export function MultiChoiceField({ item, value, values }: Props) {
  const { source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const ids = useFieldIds();
  const visit = useFieldVisit(item);
  const chosen = isList(value) ? value.filter((one) => typeof one === "string") : [];
  const all = [...values, ...chosen.filter((one) => !values.includes(one))];
  const [picking, setPicking] = useState(false);
  // One more element, read at run time; what AWS knows by name stays beside it.
  const next = innerItem(source, item, chosen.length);
  const actions = item.literalOnly ? null : (
    <ReferenceButton item={item} open={picking} onToggle={() => setPicking(!picking)} />
  );
  return (
    <FieldFrame item={item} ids={ids} actions={actions}>
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
          const left = detail.selectedOptions.flatMap((option) => (option.value === undefined ? [] : [option.value]));
          visit.put(left.length === 0 && !item.required ? undefined : left);
        }}
      />
      {picking && <ReferencePicker item={next} onClose={() => setPicking(false)} />}
    </FieldFrame>
  );
}
