import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import { durationOf, unitOf } from "../../../editor/form/label";
import { readNumber } from "../../../editor/form/numberText";
import { useFieldVisit } from "../../kit/useVisit";
import { VisitKeys } from "../../kit/VisitKeys";
import { type RefusingControlProps, useControlAttributes } from "./control";
import { WithUnit } from "./WithUnit";

interface Props extends Omit<RefusingControlProps, "value"> {
  readonly kind: "integer" | "float";
  readonly text: string;
}

/** A number, its text kept as it is typed. What is no number (yet) stays in the control, with the reason, and out of the definition. */
export function NumberControl({ kind, text, onRefusal, ...control }: Props) {
  const { item } = control;
  const attributes = useControlAttributes(control);
  const visit = useFieldVisit(item);
  const [draft, setDraft] = useState<string | null>(null);
  const refuse = (why: string | null, typed: string | null) => {
    setDraft(typed);
    onRefusal(why);
  };
  const change = (typed: string) => {
    if (typed.trim() === "" && item.onEmpty === "remove") {
      refuse(null, null);
      visit.set(undefined);
      return;
    }
    const read = readNumber(typed, kind, item.label);
    if (!read.ok) return refuse(read.why, typed);
    refuse(null, null);
    visit.set(read.value);
  };
  return (
    <VisitKeys visit={visit} onCancel={() => refuse(null, null)}>
      <WithUnit unit={unitWords(item, draft ?? text)}>
        <Input
          value={draft ?? text}
          {...attributes}
          inputMode={kind === "integer" ? "numeric" : "decimal"}
          autoComplete={false}
          onChange={({ detail }) => change(detail.value)}
          onBlur={visit.commit}
        />
      </WithUnit>
    </VisitKeys>
  );
}

/** "seconds · 1 h" behind a number of seconds. */
function unitWords(item: FieldItem, text: string): string | null {
  const unit = unitOf(item.name);
  if (unit === null) return null;
  const said = unit === "seconds" ? durationOf(Number(text)) : "";
  return said === "" ? unit : `${unit} · ${said}`;
}
