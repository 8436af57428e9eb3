import "./FreeField.css";
import { useState } from "react";
import type { FieldItem } from "../../editor/form/item";
import { entries, isList, isObject, type Value } from "../../pipeline/definition/value";
import { isExpression, listReferences } from "../../pipeline/references/read";
import { useFieldIds } from "../kit/fieldIds";
import { PlainButton } from "../kit/PlainButton";
import { JsonControl } from "./controls/JsonControl";
import { FieldFrame } from "./FieldFrame";
import { ListField } from "./ListField";
import { MapField } from "./MapField";

interface Props {
  readonly item: FieldItem;
  readonly value: Value;
}

/** True for a list or object that no model knows: whatever its author made of it. */
export function isFree({ shape, asJson, literalOnly }: FieldItem, value: Value | undefined): value is Value {
  if (shape.kind !== "any" || asJson || literalOnly || isExpression(value)) return false;
  return isObject(value) || isList(value);
}

/** A list or object of which nothing is known: entry by entry where something is read at run time, else as the JSON it is. */
export function FreeField({ item, value }: Props) {
  const [asFields, setAsFields] = useState(() => isEmpty(value) || listReferences(value).length > 0);
  const ids = useFieldIds();
  const [refusal, setRefusal] = useState<string | null>(null);
  const turn = (
    <PlainButton
      look="inline"
      className="sw-free-turn"
      aria-label={`Edit ${item.label} ${asFields ? "as JSON" : "entry by entry"}`}
      onClick={() => setAsFields(!asFields)}
    >
      {asFields ? "as JSON" : "entry by entry"}
    </PlainButton>
  );
  if (asFields) {
    return (
      <div className="sw-free">
        {isList(value) ? <ListField item={item} value={value} /> : <MapField item={item} value={value} />}
        {turn}
      </div>
    );
  }
  return (
    <FieldFrame item={item} ids={ids} actions={turn} refusal={refusal}>
      <JsonControl item={item} value={value} ids={ids} invalid={refusal !== null} onRefusal={setRefusal} />
    </FieldFrame>
  );
}

function isEmpty(value: Value): boolean {
  return isList(value) ? value.length === 0 : entries(value).length === 0;
}
