import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import { readNumber, scalarText } from "../../../editor/form/numberText";
import { get, getIn, isList, type Value } from "../../../pipeline/definition/value";
import { isExpression } from "../../../pipeline/references/read";
import { bounds } from "../../../pipeline/schema/beyond";
import { useFieldIds } from "../../kit/fieldIds";
import { entryOf, useFieldValue, useInspectedStep } from "../../kit/inspectedStep";
import { useFieldVisit } from "../../kit/useVisit";
import { useEditorState } from "../../kit/useWorkspace";
import { VisitKeys } from "../../kit/VisitKeys";
import { WithUnit } from "../controls/WithUnit";
import { FieldFrame } from "../FieldFrame";
import { JsonOnly } from "../JsonOnly";

const { min = 1, max = 50 } = bounds["ForEachArguments.MaxConcurrency"] ?? {};

/** How many items a loop works on at the same time: within SageMaker's bounds, and in words. */
export function PaceField({ item }: { readonly item: FieldItem }) {
  const { stepKey } = useInspectedStep();
  const value = useFieldValue(item);
  const readOnly = useEditorState((state) => state.readOnly);
  const items = useEditorState((state) =>
    countOf(getIn(entryOf(state, stepKey)?.step, ["Arguments", "IterableItems"])),
  );
  const ids = useFieldIds();
  const visit = useFieldVisit(item);
  const [draft, setDraft] = useState<{ readonly text: string; readonly why: string } | null>(null);
  const text = scalarText(value);
  if (text === null || isExpression(value) || typeof value === "boolean") return <JsonOnly item={item} />;
  const change = (typed: string) => {
    const read = readPace(typed, item.label);
    if (!read.ok) return setDraft({ text: typed, why: read.why });
    setDraft(null);
    visit.set(read.value);
  };
  return (
    <FieldFrame item={item} ids={ids} refusal={draft?.why ?? null}>
      <VisitKeys visit={visit} onCancel={() => setDraft(null)}>
        <WithUnit unit={paceInWords(Number(text), items)}>
          <Input
            type="number"
            value={draft?.text ?? text}
            controlId={ids.control}
            ariaDescribedby={ids.path}
            ariaRequired
            invalid={draft !== null}
            readOnly={readOnly}
            inputMode="numeric"
            step={1}
            nativeInputAttributes={{ min, max }}
            onChange={({ detail }) => change(detail.value)}
            onBlur={() => {
              // What cannot be is not kept either: the number that stands in the definition shows again.
              setDraft(null);
              visit.commit();
            }}
          />
        </WithUnit>
      </VisitKeys>
    </FieldFrame>
  );
}

function readPace(typed: string, label: string): ReturnType<typeof readNumber> {
  const read = readNumber(typed, "integer", label);
  if (!read.ok) return read;
  const number = Number(typed);
  const allowed = `SageMaker works on ${min} to ${max} items at the same time.`;
  if (number < min) return { ok: false, why: `${typed} is less than ${min}. ${allowed}` };
  if (number > max) return { ok: false, why: `${typed} is more than ${max}. ${allowed}` };
  return read;
}

/** How many items there are; null where that is known only when it runs. */
function countOf(items: Value | undefined): number | null {
  if (isList(items)) return items.length;
  return get(items, "Get") === undefined && items === undefined ? 0 : null;
}

function paceInWords(pace: number, items: number | null): string {
  if (!Number.isFinite(pace) || pace < 1) return "";
  if (pace === 1) return "one item after another";
  if (items === null || items === 0) return "items at the same time";
  return pace >= items ? `all ${items} items at once` : `of ${items} items at the same time`;
}
