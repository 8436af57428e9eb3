import Input from "@cloudscape-design/components/input";
import { useMemo } from "react";
import { setForSteps } from "../../editor/commands/fields/setForSteps";
import type { FieldItem } from "../../editor/form/item";
import { readNumber, scalarText } from "../../editor/form/numberText";
import { type SharedField, sharedFields } from "../../editor/form/sharedFields";
import type { Value } from "../../pipeline/definition/value";
import { parseTemplate, printTemplate } from "../../pipeline/references/templateText";
import { stepTypeOf } from "../../pipeline/steps";
import { FieldBox } from "../kit/FieldBox";
import { FieldRefusal } from "../kit/FieldProblem";
import { useFieldIds } from "../kit/fieldIds";
import { Group, GroupTitle } from "../kit/Group";
import { entryOf, fieldSourceOf } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useDraft } from "../kit/useDraft";
import { useEditorObject, useEditorState } from "../kit/useWorkspace";
import { ItemPath } from "./FieldFrame";

const title = "Fields in common";

/** The fields that several selected steps share: what is written here is written into each, as one step of undo. */
export function SharedFields({ keys }: { readonly keys: readonly string[] }) {
  const steps = useEditorState((state) => keys.flatMap((key) => entryOf(state, key) ?? []));
  const models = useEditorObject((state) => state.models);
  const fields = useMemo(
    () =>
      sharedFields(
        steps.map(({ type, step }) => ({ step, source: fieldSourceOf(stepTypeOf(type), models.get(type) ?? null) })),
      ),
    [steps, models],
  );
  if (fields.length === 0) return null;
  return (
    <Group label={title}>
      <GroupTitle title={title} path={title} />
      {fields.map((field) => (
        <OneField key={field.item.printed} field={field} keys={keys} />
      ))}
    </Group>
  );
}

function OneField({
  field: { item, value, differs },
  keys,
}: {
  readonly field: SharedField;
  readonly keys: readonly string[];
}) {
  const run = useRun();
  const ids = useFieldIds();
  const readOnly = useEditorState((state) => state.readOnly);
  const { why, input } = useDraft(textOf(value), {
    whyNot: (typed) => {
      const read = readTyped(item, typed);
      return read.ok ? null : read.why;
    },
    take: (typed) => {
      const read = readTyped(item, typed);
      if (!read.ok) return;
      const given = read.value === undefined ? {} : { value: read.value };
      run(setForSteps, { steps: keys, path: item.path, label: item.label, ...given });
    },
  });
  return (
    <FieldBox
      label={item.label}
      labelId={ids.label}
      controlId={ids.control}
      path={<ItemPath id={ids.path} item={item} />}
    >
      <Input
        {...input}
        controlId={ids.control}
        ariaDescribedby={ids.path}
        placeholder={differs ? "differs" : (item.leftOut ?? undefined)}
        readOnly={readOnly}
      />
      <FieldRefusal why={why} />
    </FieldBox>
  );
}

function textOf(value: Value | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? printTemplate(value) : (scalarText(value) ?? printTemplate(value));
}

type Typed = { readonly ok: true; readonly value: Value | undefined } | { readonly ok: false; readonly why: string };

/** The value that a text means for a field: `{Parameters.Role}` is a reference, as everywhere. Nothing takes it away. */
function readTyped({ shape, label }: FieldItem, typed: string): Typed {
  if (typed === "") return { ok: true, value: undefined };
  const value = parseTemplate(typed);
  if (shape.kind === "string" || typeof value !== "string") return { ok: true, value };
  if (shape.kind !== "boolean") return readNumber(typed, shape.kind === "integer" ? "integer" : "float", label);
  if (typed === "true" || typed === "false") return { ok: true, value: typed === "true" };
  return { ok: false, why: `${label} is true or false.` };
}
