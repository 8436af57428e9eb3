import { type FormEvent, type KeyboardEvent, useId, useMemo, useState } from "react";
import { type FieldContext, sourceChoices } from "../../../editor/commands/edges/sourceChoices";
import type { Choice } from "../../../editor/session/question";
import type { Value } from "../../../pipeline/definition/value";
import { parseSource } from "../../../pipeline/wiring/sourceText";
import { useEditor } from "../../kit/useWorkspace";
import { expressionFor, typedExpression } from "./expressions";

/** A stretch of one of the texts, as that text is now. */
export interface Stretch {
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Asked extends Stretch {
  readonly query: string;
}

export type TextBox = HTMLInputElement | HTMLTextAreaElement;

export function isTextBox(target: EventTarget | null): target is TextBox {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Which of the texts a box holds; a literal's box holds the only one. */
export function indexOfBox(box: TextBox): number {
  return Number(box.dataset.text ?? 0);
}

/**
 * `{` offers everything that fits, what is typed behind it searches, and a closed `{Parameters.Bucket}` is taken as it stands. Last
 * comes what is no source of the pipeline: `json`, a value of a JSON file in S3, where one can stand.
 */
export function useCompletion(
  getContext: () => FieldContext,
  json: Value | null,
  onInsert: (at: Stretch, expression: Value) => void,
) {
  const editor = useEditor();
  const id = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [active, setActive] = useState(0);
  const isOpen = asked !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the list opens
  const find = useMemo(() => (isOpen ? sourceChoices(getContext(), { iterations: true }) : null), [isOpen]);
  const choices = useMemo(
    () => (asked === null || find === null ? [] : find(searchWords(asked.query)).shown),
    [find, asked],
  );
  const offersJson = json !== null && asked !== null && isOfJson(asked.query, getContext());
  const count = choices.length + (offersJson ? 1 : 0);
  const at = Math.min(active, count - 1);
  const close = () => setAsked(null);

  const choose = (choice: Choice) => {
    const source = parseSource(choice.id);
    if (asked === null || source === null) return;
    const made = expressionFor(getContext(), source);
    close();
    if (made.ok) onInsert(asked, made.value);
    else editor.announce(made.reason);
  };

  const chooseJson = () => {
    if (asked === null || json === null) return;
    close();
    onInsert(asked, json);
  };

  const chooseAt = (index: number) => {
    const choice = choices[index];
    if (choice === undefined) chooseJson();
    else choose(choice);
  };

  /** Comes after the box's own change has been written. */
  const onTyped = (event: FormEvent) => {
    const { target, nativeEvent } = event;
    const typed = nativeEvent instanceof InputEvent && nativeEvent.inputType === "insertText";
    if (!isTextBox(target) || !(typed || isOpen)) return;
    const end = target.selectionStart ?? 0;
    const before = target.value.slice(0, end);
    const index = indexOfBox(target);
    const closed = typed ? /\{[^{}]+\}$/.exec(before) : null;
    if (closed !== null) {
      close();
      const expression = typedExpression(getContext(), closed[0]);
      if (expression !== null) onInsert({ index, text: target.value, start: closed.index, end }, expression);
      return;
    }
    const open = /\{([^{}\n]{0,60})$/.exec(before);
    setActive(0);
    setAsked(open === null ? null : { index, text: target.value, start: open.index, end, query: open[1] ?? "" });
  };

  /** True where the key was the list's. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (count === 0) return false;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive((at + step + count) % count);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) chooseAt(at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const shown = count > 0;
  const attributes = {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": shown ? `${id}list` : undefined,
    "aria-activedescendant": shown ? `${id}option${at}` : undefined,
  } as const;
  return { id, choices, at, shown, offersJson, choose, chooseJson, close, onTyped, onKey, attributes };
}

export type Completion = ReturnType<typeof useCompletion>;

const jsonWords = "read a value of a json file in s3";

/** A pipeline's own texts read no file: that takes a step. */
function isOfJson(query: string, { target }: FieldContext): boolean {
  return (
    target !== null &&
    query
      .toLowerCase()
      .split(/\s+/)
      .every((word) => jsonWords.includes(word))
  );
}

/** `Steps.Prep.train` and `Parameters.Buc` search like `Prep train` and `Parameter Buc`. */
function searchWords(query: string): string {
  return query
    .replace(/^Parameters\./i, "parameter ")
    .replace(/^Steps\./i, "")
    .replace(/^ForEach\./i, "")
    .replace(/^(Execution|[A-Za-z0-9-]+)\./, "$1 ")
    .replace(/OutputParameters\['?|'\]/g, "");
}
