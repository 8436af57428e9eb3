import "./JsonTextEditor.css";
import { useEffect, useImperativeHandle, useRef, useState } from "react";
import type { FieldContext } from "../../../editor/commands/edges/sourceChoices";
import type { Value } from "../../../pipeline/definition/value";
import {
  replaceExpression,
  type Template,
  templateOf,
  templateValue,
  withoutExpression,
} from "../../../pipeline/references/template";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor } from "../../kit/useWorkspace";
import { chipParts } from "../references/chipParts";
import { SourcePicker } from "../references/SourcePicker";
import { ChipInside } from "../template/ChipInside";
import { expressionFor } from "../template/expressions";
import { wordsOf } from "../template/TemplateChip";
import { TemplateEditor } from "../template/TemplateEditor";
import type { TemplateEditorProps } from "../template/templateEditorProps";
import { indented, whyNotJson } from "./jsonChecks";
import { type JsonTextView, openJsonText } from "./jsonTextView";

/** A JSON document as text, with chips inside its strings for what is read at run time. Every keystroke makes a value. */
export function JsonTextEditor(props: TemplateEditorProps) {
  const { value, label, target, ids, readOnly, handle } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<JsonTextView | null>(null);
  const origin = useRef<{ readonly value: Value | undefined } | null>(null);
  const [openChip, setOpenChip] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const template = templateOf(value);
  const write = (next: Template) => {
    origin.current ??= { value };
    props.onChange(templateValue(next, origin.current.value));
  };
  const remove = (index: number) => {
    setOpenChip(null);
    const next = templateValue(withoutExpression(template, index), value);
    props.onRemoved(next, wordsOf(template.expressions[index] ?? ""));
    view.current?.focus();
  };
  // The view lives on; what it calls is what was drawn last.
  const events = useRef({ write, remove });
  events.current = { write, remove };
  // Opened once for a field: what changes later is shown in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (host.current === null) return;
    const opened = openJsonText(host.current, templateOf(value), {
      label,
      words: leadAndName,
      changed: (next) => events.current.write(next),
      removed: (index) => events.current.remove(index),
      opened: (index) => setOpenChip((before) => (before === index ? null : index)),
      asked: () => setAsking(true),
      entered: props.onEnter,
    });
    view.current = opened;
    return () => opened.close();
  }, [label]);
  useEffect(() => view.current?.show(templateOf(value)), [value]);
  useEffect(() => view.current?.setReadOnly(readOnly), [readOnly]);
  useImperativeHandle(handle, () => ({
    insertion: () => ({ first: true, insert: (expression) => view.current?.insert(expression) }),
  }));
  const why = whyNotJson(template);
  const canIndent = !readOnly && why === null && isOneLine(template);
  const indent = () => {
    const lines = indented(template);
    if (lines === null) return;
    props.onChange(templateValue(lines, value));
    props.onEnter();
  };
  const open = openChip === null || readOnly ? undefined : template.expressions[openChip];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the text inside; nothing of its own
    <div
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) origin.current = null;
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") origin.current = null;
      }}
    >
      <div
        ref={host}
        id={ids.control}
        tabIndex={-1}
        onFocus={(event) => event.target === event.currentTarget && view.current?.focus()}
        className="sw-json-text-host"
        role="group"
        aria-labelledby={ids.label}
        aria-describedby={ids.path}
      />
      <div className="sw-json-text-foot">
        <span role="status">{why ?? "JSON: { in a string reads a value there."}</span>
        {canIndent && (
          <PlainButton look="inline" onClick={indent}>
            Indent
          </PlainButton>
        )}
      </div>
      {asking && (
        <Asked
          label={label}
          target={target}
          onClose={(expression) => {
            setAsking(false);
            if (expression === null) view.current?.focus();
            else view.current?.insert(expression);
          }}
        />
      )}
      {open !== undefined && openChip !== null && (
        <ChipInside
          Editor={TemplateEditor}
          key={openChip}
          takesFocus
          expression={open}
          target={target}
          path={ids.path}
          readOnly={readOnly}
          onChange={(next) => write(replaceExpression(template, openChip, next))}
          onEnter={props.onEnter}
          onClose={() => {
            setOpenChip(null);
            view.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** True for what would be easier to read in lines. */
function isOneLine({ texts }: Template): boolean {
  return texts.join("").length > 20 && texts.every((text) => !text.includes("\n"));
}

function leadAndName(expression: Value) {
  const [first, ...others] = chipParts(expression) ?? [];
  if (first?.kind === "chip" && others.length === 0) return { lead: first.lead, name: first.name };
  return { lead: "", name: wordsOf(expression) };
}

interface AskedProps {
  readonly label: string;
  readonly target: FieldContext["target"];
  readonly onClose: (expression: Value | null) => void;
}

/** What a brace asks for. */
function Asked({ label, target, onClose }: AskedProps) {
  const editor = useEditor();
  return (
    <SourcePicker
      label={label}
      target={target}
      onPickJson={null}
      onPick={(source, path) => {
        const { document, models } = editor.store.getState();
        const made = expressionFor({ document, models, target }, source, path);
        if (made.ok) onClose(made.value);
        else editor.announce(made.reason);
      }}
      onClose={() => onClose(null)}
    />
  );
}
