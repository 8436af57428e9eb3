import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from "react";
import type { FieldContext } from "../../../editor/commands/edges/sourceChoices";
import { valueInS3 } from "../../../editor/commands/fields/readJsonFile";
import type { Value } from "../../../pipeline/definition/value";
import { readExpression } from "../../../pipeline/references/read";
import {
  delimiterOf,
  replaceExpression,
  type Template,
  templateOf,
  templateValue,
  withExpression,
  withoutExpression,
  withText,
} from "../../../pipeline/references/template";
import { useEditor } from "../../kit/useWorkspace";
import { ReferenceBox } from "../references/ReferenceBox";
import { ChipInside } from "./ChipInside";
import { CompletionList } from "./CompletionList";
import { aloneIn, hasMoreToSay, isUnsaid } from "./expressions";
import { TemplateChip, wordsOf } from "./TemplateChip";
import { TemplateText } from "./TemplateText";
import type { TemplateEditorProps } from "./templateEditorProps";
import { useTemplateHandle } from "./templateHandle";
import { useCaret } from "./useCaret";
import { indexOfBox, isTextBox, type Stretch, useCompletion } from "./useCompletion";
import { useSourceDrop } from "./useSourceDrop";
import { useWhole } from "./useWhole";

/** Text with chips: each text a box of its own, each chip what is read at run time. Every keystroke makes a value. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { value, label, target, ids, readOnly, takesText, onChange, literal } = props;
  const editor = useEditor();
  const root = useRef<HTMLDivElement>(null);
  const origin = useRef<{ readonly value: Value | undefined } | null>(null);
  const [opened, setOpenChip] = useState<number | null>(null);
  const template = templateOf(value);
  // What is not yet said of a chip is asked for without being opened.
  const unsaid = template.expressions.findIndex(isUnsaid);
  const openChip = opened ?? (unsaid < 0 ? null : unsaid);
  const getContext = (): FieldContext => {
    const { document, models } = editor.store.getState();
    return { document, models, target };
  };
  const valueFrom = (next: Template) => {
    origin.current ??= { value };
    return templateValue(next, origin.current.value, aloneIn(getContext()));
  };
  const caret = useCaret(root, ids.control);
  const insert = ({ index, text, start, end }: Stretch, expression: Value) => {
    const next = withExpression(withText(template, index, text), { index, start, end }, expression);
    // A Join that is all there is needs none around it.
    const isAll = next.texts.every((one) => one === "") && readExpression(expression)?.kind === "join";
    onChange(isAll ? expression : valueFrom(next));
    // What is read of a file or of a loop's item is named next: the question for it takes the focus.
    if (hasMoreToSay(expression)) setOpenChip(index);
    else caret.goTo(index + 1, 0);
    editor.announce(`${wordsOf(expression)} inserted.`);
  };
  const remove = (index: number, byKey: boolean) => {
    const words = wordsOf(template.expressions[index] ?? "");
    const next = valueFrom(withoutExpression(template, index, delimiterOf(value)));
    setOpenChip(null);
    caret.goTo(index, template.texts[index]?.length ?? 0);
    if (byKey) {
      onChange(next);
      editor.announce(`${words} removed.`);
    } else {
      props.onRemoved(next, words);
      origin.current = null;
    }
  };
  const completion = useCompletion(getContext, props.takesJson === false ? null : valueInS3, insert);
  const whole = useWhole(value, (text) => {
    onChange(text);
    caret.goTo(0, text.length);
  });
  const drop = useSourceDrop(getContext, template, insert);
  const handle = useTemplateHandle(props.handle, template, insert);
  const keys = (event: KeyboardEvent) => {
    const box = event.target;
    if (readOnly || !isTextBox(box) || box.dataset.text === undefined) return;
    const index = indexOfBox(box);
    const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
    const atEnd = box.selectionStart === box.value.length;
    const last = template.texts.length - 1;
    if (event.key === "Backspace" && atStart && index > 0) remove(index - 1, true);
    else if (event.key === "Delete" && atEnd && index < last) remove(index, true);
    else if (event.key === "ArrowLeft" && atStart && index > 0) caret.goNow(index - 1, "end");
    else if (event.key === "ArrowRight" && atEnd && index < last) caret.goNow(index + 1, "start");
    else if (event.key === "Enter" && !event.shiftKey && (event.ctrlKey || event.metaKey || !box.value.includes("\n")))
      props.onEnter();
    else return;
    event.preventDefault();
  };
  const hasChips = template.expressions.length > 0;
  const open = openChip === null ? undefined : template.expressions[openChip];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the text boxes inside; nothing of its own
    <div
      ref={root}
      onChange={(event) => isOwn(event) && completion.onTyped(event)}
      onKeyDownCapture={(event) => {
        if (!isOwn(event)) return;
        if (completion.onKey(event)) return;
        if (event.key === "Escape") origin.current = null;
        if (hasChips) whole.onKey(event);
      }}
      onBlur={(event) => {
        if (isOwn(event)) handle.onLeft(event.target);
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        completion.close();
        whole.clear();
        if (!caret.isMoving()) origin.current = null;
      }}
    >
      {!hasChips && literal !== null ? (
        literal(template.texts[0] ?? "", completion)
      ) : (
        <ReferenceBox
          typed
          ids={ids}
          data-whole={whole.on || undefined}
          onKeyDown={keys}
          onCopy={whole.onCopy}
          onPaste={whole.onPaste}
          onFocus={(event) => event.target === event.currentTarget && caret.goNow(template.texts.length - 1, "end")}
          {...drop}
        >
          {template.texts.flatMap((text, index) => {
            const expression = template.expressions[index];
            const box = takesText ? (
              <TemplateText
                // Texts and chips have no identity but their place.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={`text ${index}`}
                text={text}
                index={index}
                isLast={expression === undefined}
                label={textLabel(label, template, index)}
                describedBy={ids.path}
                readOnly={readOnly}
                attributes={completion.attributes}
                onChange={(next) => onChange(valueFrom(withText(template, index, next)))}
              />
            ) : null;
            const chip = expression !== undefined && (
              <TemplateChip
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={`chip ${index}`}
                expression={expression}
                target={target}
                label={label}
                open={openChip === index}
                onOpen={() => setOpenChip(openChip === index ? null : index)}
                onRemove={() => remove(index, false)}
              />
            );
            return [box, chip];
          })}
        </ReferenceBox>
      )}
      {completion.shown && <CompletionList label={label} completion={completion} />}
      {open !== undefined && openChip !== null && (
        <ChipInside
          Editor={TemplateEditor}
          key={openChip}
          takesFocus={opened !== null}
          expression={open}
          target={target}
          path={ids.path}
          readOnly={readOnly}
          onChange={(next) => {
            setOpenChip(openChip);
            onChange(valueFrom(replaceExpression(template, openChip, next)));
          }}
          onEnter={props.onEnter}
          onClose={() => {
            setOpenChip(null);
            caret.goTo(openChip + 1, 0);
          }}
        />
      )}
    </div>
  );
}

/** False for what happens inside an opened chip: the texts there are an editor of their own. */
function isOwn({ target, currentTarget }: SyntheticEvent<Element>): boolean {
  return target instanceof Element && target.closest("[data-inside]") === currentTarget.closest("[data-inside]");
}

/** "S3 URI, text after Parameter Bucket": which of the texts it is. */
function textLabel(label: string, { expressions }: Template, index: number): string {
  const before = expressions[index - 1];
  if (before !== undefined) return `${label}, text after ${wordsOf(before)}`;
  const after = expressions[index];
  return after === undefined ? label : `${label}, text before ${wordsOf(after)}`;
}
