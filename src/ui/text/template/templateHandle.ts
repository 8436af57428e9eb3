import { type RefObject, useImperativeHandle, useRef } from "react";
import type { Value } from "../../../pipeline/definition/value";
import type { Template } from "../../../pipeline/references/template";
import { indexOfBox, isTextBox, type Stretch } from "./useCompletion";

/** How something that is picked beside the field gets among its text. */
export interface Insertion {
  /** True where that is what one expects: the caret was put into the text, or there are chips in it already. */
  readonly first: boolean;
  readonly insert: (expression: Value) => void;
}

/** What a field around a template editor asks of it. */
export interface TemplateHandle {
  /** Where the caret was last, else at the end; null for an empty field, which becomes what is picked. */
  readonly insertion: () => Insertion | null;
}

/** Remembers the caret when the text is left, so that what is picked elsewhere comes to where it was. */
export function useTemplateHandle(
  handle: RefObject<TemplateHandle | null> | undefined,
  { texts, expressions }: Template,
  onInsert: (at: Stretch, expression: Value) => void,
) {
  const last = useRef<Stretch | null>(null);
  useImperativeHandle(handle, () => ({
    insertion() {
      const hasText = texts.some((text) => text !== "");
      if (!hasText) return null;
      const known = last.current;
      const caret = known !== null && texts[known.index] === known.text ? known : null;
      const text = texts.at(-1) ?? "";
      const end = { index: texts.length - 1, text, start: text.length, end: text.length };
      return {
        first: caret !== null || expressions.length > 0,
        insert: (expression) => onInsert(caret ?? end, expression),
      };
    },
  }));
  return {
    onLeft(target: EventTarget) {
      if (!isTextBox(target)) return;
      const { value, selectionStart, selectionEnd } = target;
      last.current = { index: indexOfBox(target), text: value, start: selectionStart ?? 0, end: selectionEnd ?? 0 };
    },
  };
}
