import Input from "@cloudscape-design/components/input";
import Textarea from "@cloudscape-design/components/textarea";
import { type ClipboardEvent, useState } from "react";
import type { FieldItem } from "../../../editor/form/item";
import type { Value } from "../../../pipeline/definition/value";
import { useFieldVisit, type Visit } from "../../kit/useVisit";
import { VisitKeys } from "../../kit/VisitKeys";
import { type ControlProps, useControlAttributes } from "./control";

interface Props extends ControlProps {
  readonly text: string;
  /** The visit that it is part of, where there is more to the field than this box. */
  readonly visit?: Visit<Value | undefined>;
  /** Enter ends that visit. */
  readonly onEnter?: () => void;
  /** What offers completions says of itself. */
  readonly attributes?: Readonly<Record<`aria-${string}`, string | undefined>>;
}

/** A text. Long ones, and those with lines, get room to be read. */
export function TextControl({ text, visit: outer, onEnter, attributes, ...control }: Props) {
  const { item, ids } = control;
  const own = useControlAttributes(control);
  const ownVisit = useFieldVisit(item);
  const visit = outer ?? ownVisit;
  const [wasLong] = useState(() => isLong(item, text));
  const several = wasLong || text.includes("\n");
  const shared = {
    value: text,
    placeholder: item.leftOut ?? undefined,
    ...own,
    disableBrowserAutocorrect: true,
    spellcheck: false,
    onChange: ({ detail }: { detail: { value: string } }) => visit.set(detail.value),
    onBlur: visit.commit,
  };
  // One line would lose the breaks of a text that has several.
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    const box = event.target;
    if (several || own.readOnly || !pasted.trim().includes("\n") || !(box instanceof HTMLInputElement)) return;
    event.preventDefault();
    const next = box.value.slice(0, box.selectionStart ?? 0) + pasted + box.value.slice(box.selectionEnd ?? 0);
    if (visit.set(next)) {
      requestAnimationFrame(() => document.getElementById(ids.control)?.focus());
    }
  };
  return (
    <div onPaste={paste}>
      <VisitKeys visit={onEnter === undefined ? visit : { ...visit, commit: onEnter }} enterCommits={!several}>
        {several ? (
          <Textarea {...shared} rows={Math.min(8, text.split("\n").length + 2)} nativeTextareaAttributes={attributes} />
        ) : (
          <Input {...shared} autoComplete={false} nativeInputAttributes={attributes} />
        )}
      </VisitKeys>
    </div>
  );
}

function isLong(item: FieldItem, text: string): boolean {
  return (
    text.length > 140 || text.includes("\n") || /^(Description|ErrorMessage|.*Description|QueryString)$/.test(item.name)
  );
}
