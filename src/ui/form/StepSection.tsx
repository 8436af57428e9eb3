import Button from "@cloudscape-design/components/button";
import { memo } from "react";
import { removeField } from "../../editor/commands/fields/fields";
import type { Section } from "../../editor/form/arrange";
import type { FieldItem } from "../../editor/form/item";
import { headingOf } from "../../editor/form/label";
import { Group } from "../kit/Group";
import { useFieldValue, useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useEditorState } from "../kit/useWorkspace";
import { FieldProblems } from "./FieldFrame";
import { FieldGroup } from "./FieldGroup";
import { FieldSlot } from "./FieldSlot";
import { GroupHead } from "./GroupHead";

/** One part of the request: its scalars, a structure with its fields, a list or a map. */
export const StepSection = memo(
  function StepSection({ member, fields, rest }: Section) {
    if (member === null || member.choice !== null)
      return <FieldGroup fields={fields} rest={rest} depth={1} moreSaid="" />;
    // A list or map draws its own heading.
    if (fields.length === 1 && fields[0] === member) return <FieldSlot item={member} />;
    return (
      <Group label={member.label} path={member.printed}>
        <GroupHead item={member} action={<RemoveSection item={member} />} />
        <FieldProblems item={member} holdsBelow={false} />
        <FieldGroup fields={fields} rest={rest} depth={member.path.length} moreSaid={`of ${headingOf(member.name)}`} />
      </Group>
    );
  },
  (before, after) =>
    before.member === after.member && sameItems(before.fields, after.fields) && sameItems(before.rest, after.rest),
);

function sameItems(left: readonly FieldItem[], right: readonly FieldItem[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function RemoveSection({ item }: { readonly item: FieldItem }) {
  const run = useRun();
  const { stepKey, forgetGroups } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const isThere = useFieldValue(item) !== undefined;
  if (item.required || readOnly || !isThere) return null;
  return (
    <Button
      variant="inline-icon"
      iconName="close"
      ariaLabel={`Remove ${item.label}`}
      onClick={() => {
        forgetGroups();
        run(removeField, { step: stepKey, path: item.path, label: item.label });
      }}
    />
  );
}
