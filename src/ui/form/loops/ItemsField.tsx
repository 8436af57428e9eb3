import Select from "@cloudscape-design/components/select";
import { useMemo, useRef, useState } from "react";
import { setField } from "../../../editor/commands/fields/fields";
import type { FieldItem } from "../../../editor/form/item";
import { isList, type Value } from "../../../pipeline/definition/value";
import { isExpression } from "../../../pipeline/references/read";
import { FieldBox } from "../../kit/FieldBox";
import { useFieldIds } from "../../kit/fieldIds";
import { Group } from "../../kit/Group";
import { useFieldValue, useInspectedStep } from "../../kit/inspectedStep";
import { PinButton } from "../../kit/PinButton";
import { useRun } from "../../kit/useCommands";
import { useEditorState } from "../../kit/useWorkspace";
import { ReferenceButton } from "../../text/references/ReferenceButton";
import { ReferencePicker } from "../../text/references/ReferencePicker";
import { Resolved } from "../../text/resolved/Resolved";
import type { Insertion, TemplateHandle } from "../../text/template/templateHandle";
import { FieldFrame, FieldProblems } from "../FieldFrame";
import { JsonOnly } from "../JsonOnly";
import { TemplateField } from "../TemplateField";
import { ValueList } from "../ValueList";

type From = "list" | "expression";
const options: readonly { readonly value: From; readonly label: string }[] = [
  { value: "list", label: "a list written here" },
  { value: "expression", label: "one value read when it runs" },
];

/** What a loop goes through: values and references one by one, or one expression whose value is a JSON list as text. */
export function ItemsField({ item }: { readonly item: FieldItem }) {
  const value = useFieldValue(item);
  const [wanted, setWanted] = useState<From | null>(null);
  const from = wanted ?? (value === undefined || isList(value) ? "list" : "expression");
  return (
    <Group label={item.label} path={item.printed}>
      <FromSelect item={item} value={value} from={from} onChange={setWanted} />
      {from === "expression" ? (
        <OneExpression item={item} value={value} onRead={() => setWanted(null)} />
      ) : (
        <>
          <FieldProblems item={item} holdsBelow={false} />
          <ValueList list={item.path} noun="item" of="" ordered />
        </>
      )}
    </Group>
  );
}

interface FromProps {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly from: From;
  readonly onChange: (from: From | null) => void;
}

function FromSelect({ item, value, from, onChange }: FromProps) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const ids = useFieldIds();
  const choose = (chosen: From) => {
    // An expression has no empty form: the list stays until one is picked or written.
    if (chosen === "expression") return onChange(isList(value) || value === undefined ? "expression" : null);
    onChange(null);
    if (!isList(value)) run(setField, { step: stepKey, path: item.path, value: [], label: "the items" });
  };
  return (
    <FieldBox label="Items come from" labelId={ids.label} controlId={ids.control} required>
      <Select
        controlId={ids.control}
        ariaLabelledby={ids.label}
        selectedOption={options.find((option) => option.value === from) ?? null}
        options={options}
        readOnly={readOnly}
        expandToViewport
        onChange={({ detail }) => choose(detail.selectedOption.value === "list" ? "list" : "expression")}
      />
    </FieldBox>
  );
}

interface ExpressionProps {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly onRead: () => void;
}

/** One value, read or written as text with chips. */
function OneExpression({ item, value, onRead }: ExpressionProps) {
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const ids = useFieldIds();
  const template = useRef<TemplateHandle>(null);
  // Written as a text: a number or a boolean is no list.
  const asText = useMemo((): FieldItem => ({ ...item, form: null, asJson: false, shape: { kind: "string" } }), [item]);
  const isListStill = isList(value) || value === undefined;
  const [picking, setPicking] = useState<{ readonly insertion: Insertion | null } | null>(
    isListStill && !readOnly ? { insertion: null } : null,
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const close = () => {
    setPicking(null);
    onRead();
  };
  if (!isListStill && !isExpression(value) && typeof value !== "string") return <JsonOnly item={item} />;
  const toggle = () => setPicking(picking === null ? { insertion: template.current?.insertion() ?? null } : null);
  const actions = (
    <>
      <PinButton side="inputs" path={item.printed} name={item.label} />
      <ReferenceButton item={item} open={picking !== null} onToggle={toggle} />
    </>
  );
  return (
    <FieldFrame item={item} ids={ids} actions={actions} refusal={refusal} labelsControl={!isExpression(value)}>
      <TemplateField
        item={asText}
        value={isListStill ? undefined : value}
        ids={ids}
        invalid={refusal !== null}
        onRefusal={setRefusal}
        handle={template}
      />
      <Resolved step={stepKey} value={isListStill ? undefined : value} />
      {picking !== null && <ReferencePicker item={item} {...picking} onClose={close} />}
    </FieldFrame>
  );
}
