import { useState } from "react";
import { parseValue } from "../../../pipeline/definition/parse";
import { serialise } from "../../../pipeline/definition/serialise";
import { JsonArea } from "../../kit/JsonArea";
import { useFieldVisit } from "../../kit/useVisit";
import { VisitKeys } from "../../kit/VisitKeys";
import { type RefusingControlProps, useControlAttributes } from "./control";

/** A value as its JSON: for what has no form of its own. What is no JSON (yet) stays here and out of the definition. */
export function JsonControl({ value, onRefusal, ...control }: RefusingControlProps) {
  const { item } = control;
  const attributes = useControlAttributes(control);
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
      visit.set(undefined);
      return;
    }
    const read = parseValue(typed);
    onRefusal(read.ok ? null : `Line ${read.refusal.line}, column ${read.refusal.column}: ${read.refusal.message}`);
    if (read.ok) visit.set(read.value);
  };
  const leave = () => {
    visit.commit();
    if (draft !== null && parseValue(draft).ok) settle();
  };
  return (
    <VisitKeys visit={visit} enterCommits={false} onCancel={settle}>
      <JsonArea
        value={shown}
        {...attributes}
        rows={Math.max(3, Math.min(14, shown.split("\n").length))}
        onChange={({ detail }) => change(detail.value)}
        onBlur={leave}
      />
    </VisitKeys>
  );
}
