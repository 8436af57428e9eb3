import { lazy, type RefObject, Suspense, useMemo, useRef } from "react";
import { takeOut } from "../../editor/commands/fields/fields";
import { setForSteps } from "../../editor/commands/fields/setForSteps";
import { isDone } from "../../editor/commands/perform";
import type { FieldItem, FieldSource } from "../../editor/form/item";
import { scalarText } from "../../editor/form/numberText";
import { staysAsText } from "../../editor/form/writers";
import { loadPart } from "../../editor/session/loadPart";
import { isNumber, type Value } from "../../pipeline/definition/value";
import { isExpression, readExpression } from "../../pipeline/references/read";
import { useInspectedStep } from "../kit/inspectedStep";
import { Hint } from "../kit/paragraphs";
import { useRun } from "../kit/useCommands";
import { useFieldVisit, useKeepGroup, type Visit } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { TemplateEditor } from "../text/template/TemplateEditor";
import type { TemplateEditorProps } from "../text/template/templateEditorProps";
import type { TemplateHandle } from "../text/template/templateHandle";
import { isTextBox } from "../text/template/useCompletion";
import { KindSelect, kindOf } from "./controls/AnyControl";
import { BooleanControl } from "./controls/BooleanControl";
import type { RefusingControlProps } from "./controls/control";
import { NumberControl } from "./controls/NumberControl";
import { TextControl } from "./controls/TextControl";

// A code editor comes with the first field that holds JSON as text.
const JsonTextEditor = lazy(async () => ({
  default: (await loadPart(() => import("../text/jsonText/JsonTextEditor"))).JsonTextEditor,
}));

interface Props extends RefusingControlProps {
  /** For what is picked beside the field. */
  readonly handle?: RefObject<TemplateHandle | null>;
}

/** True for a field whose value is edited as text with chips: texts, and whatever is read at run time. */
export function isTemplateField(item: FieldItem, value: Value | undefined): boolean {
  if (isExpression(value)) return true;
  if (item.literalOnly || item.asJson) return false;
  const { shape } = item;
  const takesText = (shape.kind === "string" && shape.enum === undefined) || shape.kind === "any";
  if (shape.kind === "any" && (isNumber(value) || typeof value === "boolean")) return true;
  return takesText && (value === undefined || typeof value === "string");
}

/** A text field: a literal, a reference, or text with chips. One visit, whatever it turns into meanwhile. */
export function TemplateField({ value, onRefusal, handle, ...control }: Props) {
  const { item, ids } = control;
  const run = useRun();
  const { stepKey, source, together } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepGroup(item);
  const visit = useFieldVisit(item);
  const box = useRef<HTMLDivElement>(null);
  const target = useMemo(() => ({ step: stepKey, path: item.path }), [stepKey, item.path]);
  // A literal's box goes away with its first chip: the visit goes on in the next one.
  const literalVisit = useMemo((): Visit<Value | undefined> => ({ ...visit, commit: () => {} }), [visit]);
  const remove = (next: Value, words: string) => {
    keep();
    visit.commit();
    const left = next === "" && !staysAsText(item) ? {} : { value: next };
    const taken = { path: item.path, label: item.label, ...left };
    const done =
      together === undefined
        ? run(takeOut, { step: stepKey, words, ...taken })
        : run(setForSteps, { steps: together.map(({ key }) => key), ...taken });
    if (!isDone(done)) return;
    // A control of another kind takes the place of the last chip.
    requestAnimationFrame(() => {
      if (box.current?.contains(document.activeElement) !== true) document.getElementById(ids.control)?.focus();
    });
  };
  const isChoiceOfKind = item.shape.kind === "any" && !isExpression(value);
  const kind = isChoiceOfKind ? kindOf(value) : "text";
  const shared: TemplateEditorProps = {
    value,
    label: item.label,
    target,
    ids,
    readOnly,
    takesText: takesText(item, value),
    handle,
    onChange: (next) => visit.set(next),
    onRemoved: remove,
    onEnter: visit.commit,
    literal: (text, completion) => (
      <TextControl
        {...control}
        text={text}
        visit={literalVisit}
        onEnter={visit.commit}
        attributes={completion.attributes}
      />
    ),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the text boxes inside; nothing of its own
    <div
      ref={box}
      className={isChoiceOfKind ? "sw-any" : undefined}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        const tookBack = visit.cancel();
        if (tookBack || isTextBox(event.target)) event.stopPropagation();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) visit.commit();
      }}
    >
      <div>
        {kind === "number" && (
          <NumberControl {...control} kind="float" text={scalarText(value) ?? ""} onRefusal={onRefusal} />
        )}
        {kind === "boolean" && <BooleanControl {...control} value={value === true} />}
        {kind === "text" && isJsonText(source, item) && (
          <Suspense fallback={<Hint>Loading {item.label}…</Hint>}>
            <JsonTextEditor {...shared} />
          </Suspense>
        )}
        {kind === "text" && !isJsonText(source, item) && <TemplateEditor {...shared} />}
      </div>
      {isChoiceOfKind && <KindSelect item={item} value={value} kind={kind} />}
    </div>
  );
}

function takesText({ shape, literalOnly }: FieldItem, value: Value | undefined): boolean {
  if (literalOnly) return false;
  return shape.kind === "string" || shape.kind === "any" || readExpression(value)?.kind === "join";
}

/** True for a text that SageMaker reads as JSON: the document of a Job, a model card's content. */
function isJsonText({ stepType }: FieldSource, { path, name }: FieldItem): boolean {
  return (path.length === 2 && stepType.documents?.includes(name) === true) || name === "ModelCardContent";
}
