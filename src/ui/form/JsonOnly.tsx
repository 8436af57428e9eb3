import { useState } from "react";
import type { FieldItem } from "../../editor/form/item";
import { useFieldIds } from "../kit/fieldIds";
import { useFieldValue } from "../kit/inspectedStep";
import { JsonControl } from "./controls/JsonControl";
import { FieldFrame } from "./FieldFrame";

/** A value that its form cannot show, as the JSON it is. */
export function JsonOnly({ item }: { readonly item: FieldItem }) {
  const ids = useFieldIds();
  const value = useFieldValue(item);
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <FieldFrame item={item} ids={ids} refusal={refusal}>
      <JsonControl item={item} value={value} ids={ids} invalid={refusal !== null} onRefusal={setRefusal} />
    </FieldFrame>
  );
}
