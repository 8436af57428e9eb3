import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { isList, type Value } from "../../../pipeline/definition/value";
import { isExpression } from "../../../pipeline/references/read";
import { useEditor, useEditorState } from "../../kit/useEditor";
import { FieldFrame, PinButton } from "../FieldFrame";
import { useFieldIds } from "../fieldIds";
import { setItem } from "../fields/editField";
import { type FieldItem, listItem } from "../fields/item";
import { useFieldValue, useInspectedStep } from "../inspectedStep";
import { JsonOnly } from "../JsonOnly";
import { ListField } from "../ListField";
import { ReferenceButton } from "../references/ReferenceButton";
import { ReferencePicker } from "../references/ReferencePicker";
import { ReferenceValue } from "../references/ReferenceValue";

type From = "list" | "expression";
const options: readonly { readonly value: From; readonly label: string }[] = [
  { value: "list", label: "a list written here" },
  { value: "expression", label: "one value read when it runs" },
];

/** What a loop goes through: values and references one by one, or one expression whose value is a JSON list as text. */
export function ItemsField({ item }: { readonly item: FieldItem }) {
  const { source } = useInspectedStep();
  const value = useFieldValue(item);
  const [wanted, setWanted] = useState<From | null>(null);
  const from = wanted ?? (value === undefined || isList(value) ? "list" : "expression");
  return (
    <div className="sw-loop-items">
      <FromSelect item={item} value={value} from={from} onChange={setWanted} />
      {from === "expression" ? (
        <OneExpression item={item} value={value} onPicked={() => setWanted(null)} />
      ) : value === undefined || isList(value) ? (
        <ListField item={listItem(source, item.path, item.label, "Items")} value={value} />
      ) : (
        <JsonOnly item={item} />
      )}
    </div>
  );
}

interface FromProps {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly from: From;
  readonly onChange: (from: From | null) => void;
}

function FromSelect({ item, value, from, onChange }: FromProps) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const ids = useFieldIds();
  const choose = (chosen: From) => {
    // An expression has no empty form: the list stays until one is picked.
    if (chosen === "expression") return onChange(isExpression(value) ? null : "expression");
    onChange(null);
    if (!isList(value)) editor.edit(`Write the items of ${stepKey}`, setItem(stepKey, source, item, []));
  };
  return (
    <div className="sw-field">
      <div className="sw-field-head">
        <label id={ids.label} htmlFor={ids.control}>
          Items come from
        </label>
      </div>
      <Select
        controlId={ids.control}
        ariaLabelledby={ids.label}
        selectedOption={options.find((option) => option.value === from) ?? null}
        options={options}
        readOnly={readOnly}
        expandToViewport
        onChange={({ detail }) => choose(detail.selectedOption.value === "list" ? "list" : "expression")}
      />
    </div>
  );
}

interface ExpressionProps {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly onPicked: () => void;
}

function OneExpression({ item, value, onPicked }: ExpressionProps) {
  const ids = useFieldIds();
  const [picking, setPicking] = useState(false);
  const isRead = isExpression(value) && value !== undefined;
  const close = () => {
    setPicking(false);
    onPicked();
  };
  if (!isRead && value !== undefined && !isList(value)) return <JsonOnly item={item} />;
  const actions = (
    <>
      <PinButton item={item} />
      {isRead && <ReferenceButton item={item} open={picking} onToggle={() => setPicking(!picking)} />}
    </>
  );
  return (
    <FieldFrame item={item} ids={ids} actions={actions} labelsControl={isRead}>
      {isRead && <ReferenceValue item={item} value={value} ids={ids} />}
      {(picking || !isRead) && <ReferencePicker item={item} onClose={close} />}
    </FieldFrame>
  );
}
