import { useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import { parseValue } from "../../../pipeline/definition/parse";
import { serialise } from "../../../pipeline/definition/serialise";
import type { Value } from "../../../pipeline/definition/value";
import { removeField } from "../../../pipeline/edits/fields";
import { setItem } from "../../kit/editField";
import type { FieldIds } from "../../kit/fieldIds";
import { useInspectedStep } from "../../kit/inspectedStep";
import { JsonArea } from "../../kit/JsonArea";
import { useFieldVisit } from "../../kit/useVisit";
import { useEditorState } from "../../kit/useWorkspace";
import { VisitKeys } from "../../kit/VisitKeys";

interface Props {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly ids: FieldIds;
  readonly invalid: boolean;
  readonly onRefusal: (why: string | null) => void;
}

/** A value as its JSON: for what has no form of its own. What is no JSON (yet) stays here and out of the definition. */
export function JsonControl({ item, value, ids, invalid, onRefusal }: Props) {
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const visit = useFieldVisit(item);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === undefined ? "" : serialise(value, 2));
  const settle = () => {
    onRefusal(null);
    setDraft(null);
  };
  const change = (typed: string) => {
    setDraft(typed);
    if (typed.trim() === "" && !item.required && item.onEmpty === "remove") {
      onRefusal(null);
      visit.change(removeField(stepKey, item.path));
      return;
    }
    const read = parseValue(typed);
    onRefusal(read.ok ? null : `Line ${read.refusal.line}, column ${read.refusal.column}: ${read.refusal.message}`);
    if (read.ok) visit.change(setItem(stepKey, source, item, read.value));
  };
  const leave = () => {
    visit.commit();
    if (draft !== null && parseValue(draft).ok) settle();
  };
  return (
    <VisitKeys visit={visit} enterCommits={false} onCancel={settle}>
      <JsonArea
        value={shown}
        controlId={ids.control}
        ariaDescribedby={ids.path}
        ariaRequired={item.required}
        invalid={invalid}
        readOnly={readOnly}
        rows={Math.max(3, Math.min(14, shown.split("\n").length))}
        onChange={({ detail }) => change(detail.value)}
        onBlur={leave}
      />
    </VisitKeys>
  );
}
