import { useMemo, useState } from "react";
import { type SharedField, sharedFields } from "../../editor/form/sharedFields";
import { stepTypeOf } from "../../pipeline/steps";
import { FieldBox } from "../kit/FieldBox";
import { FieldRefusal } from "../kit/FieldProblem";
import { useFieldIds } from "../kit/fieldIds";
import { Group, GroupTitle } from "../kit/Group";
import { entryOf, fieldSourceOf, type InspectedStep, InspectedStepContext } from "../kit/inspectedStep";
import { useEditorObject, useEditorState } from "../kit/useWorkspace";
import { Control } from "./Field";
import { ItemPath } from "./FieldFrame";
import { isTemplateField, TemplateField } from "./TemplateField";

const title = "Fields in common";
const nothing = () => {};

/** The fields that several selected steps share: what is written here is written into each, as one step of undo. */
export function SharedFields({ keys }: { readonly keys: readonly string[] }) {
  const steps = useEditorState((state) => keys.flatMap((key) => entryOf(state, key) ?? []));
  const models = useEditorObject((state) => state.models);
  const edited = useMemo(
    () =>
      steps.map(({ key, type, step }) => {
        return { key, step, source: fieldSourceOf(stepTypeOf(type), models.get(type) ?? null) };
      }),
    [steps, models],
  );
  const fields = useMemo(() => sharedFields(edited), [edited]);
  const inspected = useMemo((): InspectedStep | null => {
    const [first] = edited;
    if (first === undefined) return null;
    const { key, source } = first;
    return { stepKey: key, source, documentation: null, together: edited, keepGroup: nothing, forgetGroups: nothing };
  }, [edited]);
  if (fields.length === 0 || inspected === null) return null;
  return (
    <InspectedStepContext value={inspected}>
      <Group label={title}>
        <GroupTitle title={title} path={title} />
        {fields.map((field) => (
          <OneField key={field.item.printed} field={field} />
        ))}
      </Group>
    </InspectedStepContext>
  );
}

/** With the control that the field has in the form of one step. */
function OneField({ field: { item, value, differs } }: { readonly field: SharedField }) {
  const ids = useFieldIds();
  const [refusal, setRefusal] = useState<string | null>(null);
  const control = { item, value, ids, invalid: refusal !== null, onRefusal: setRefusal };
  return (
    <FieldBox
      label={item.label}
      labelId={ids.label}
      controlId={ids.control}
      hint={differs ? "differs" : null}
      path={<ItemPath id={ids.path} item={item} />}
    >
      {isTemplateField(item, value) ? <TemplateField {...control} /> : <Control {...control} />}
      <FieldRefusal why={refusal} />
    </FieldBox>
  );
}
