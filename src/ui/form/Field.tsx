import { type KeyboardEvent, memo, useRef, useState } from "react";
import { isLiteral } from "../../editor/commands/fields/makeParameter";
import { isMismatch } from "../../editor/form/arrange";
import { type FieldItem, type FieldSource, innerItem } from "../../editor/form/item";
import { scalarText } from "../../editor/form/numberText";
import { accountKindOf } from "../../editor/runs/account/accountKind";
import { isList, type Value } from "../../pipeline/definition/value";
import { isImageField } from "../../pipeline/images/imageField";
import { isExpression } from "../../pipeline/references/read";
import { useFieldIds } from "../kit/fieldIds";
import { useFieldValue, useInspectedStep } from "../kit/inspectedStep";
import { PinButton } from "../kit/PinButton";
import { useEditorState } from "../kit/useWorkspace";
import { ReferenceButton } from "../text/references/ReferenceButton";
import { ReferencePicker } from "../text/references/ReferencePicker";
import { Resolved } from "../text/resolved/Resolved";
import type { Insertion, TemplateHandle } from "../text/template/templateHandle";
import { AccountButton, AccountList } from "./AccountField";
import { AnyControl } from "./controls/AnyControl";
import { BooleanControl } from "./controls/BooleanControl";
import { ChoiceControl } from "./controls/ChoiceControl";
import type { RefusingControlProps } from "./controls/control";
import { DurationControl } from "./controls/DurationControl";
import { ElementNameControl, namesElement } from "./controls/ElementNameControl";
import { JsonControl } from "./controls/JsonControl";
import { NumberControl } from "./controls/NumberControl";
import { OneOfControl } from "./controls/OneOfControl";
import { TextControl } from "./controls/TextControl";
import { ExclusiveChoice } from "./ExclusiveChoice";
import { FieldFrame } from "./FieldFrame";
import { FreeField, isFree } from "./FreeField";
import { ImageField } from "./image/ImageField";
import { ListField } from "./ListField";
import { MapField } from "./MapField";
import { MultiChoiceField } from "./MultiChoiceField";
import { OwnForm } from "./OwnForm";
import { ParameterButton } from "./ParameterButton";
import { RestGroup } from "./RestGroup";
import { isTemplateField, TemplateField } from "./TemplateField";
import { UsedElsewhere } from "./UsedElsewhere";

/** A field of any kind. It renders again when its own value changes, and only then. */
export const Field = memo(function Field({ item }: { readonly item: FieldItem }) {
  const { source } = useInspectedStep();
  const value = useFieldValue(item);
  const { shape } = item;
  if (item.choice !== null) return <ExclusiveChoice item={item} choice={item.choice} />;
  if (item.form !== null) return <OwnForm item={item} form={item.form} />;
  const isPlain = !item.asJson && !isExpression(value) && !isMismatch(item, value);
  if (isPlain && shape.kind === "structure") return <RestGroup item={item} value={value} />;
  if (isPlain && shape.kind === "list") {
    const values = choicesOf(source, item, value);
    if (values !== null) return <MultiChoiceField item={item} value={value} values={values} />;
    return <ListField item={item} value={value} />;
  }
  if (isPlain && shape.kind === "map") return <MapField item={item} value={value} />;
  if (isFree(item, value)) return <FreeField item={item} value={value} />;
  return <SingleField item={item} value={value} />;
});

/** The values of a list that AWS knows by name; null where elements are written, or read at run time. */
function choicesOf(source: FieldSource, item: FieldItem, value: Value | undefined): readonly string[] | null {
  const { shape } = innerItem(source, item, 0);
  if (!("enum" in shape) || shape.enum === undefined) return null;
  return isList(value) && !value.every((one) => typeof one === "string") ? null : shape.enum;
}

interface SingleProps {
  readonly item: FieldItem;
  readonly value: Value | undefined;
}

/** A field with one control: a literal of its kind, or a reference. */
function SingleField({ item, value }: SingleProps) {
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const ids = useFieldIds();
  const template = useRef<TemplateHandle>(null);
  const [picking, setPicking] = useState<{ readonly insertion: Insertion | null } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const takesReference = !item.literalOnly;
  const isText = isTemplateField(item, value);
  const account = accountKindOf(item.name);
  const [browsing, setBrowsing] = useState(false);
  const toggle = () =>
    setPicking(picking === null ? { insertion: isText ? (template.current?.insertion() ?? null) : null } : null);
  // A brace asks for a reference in a number, a choice or a boolean as it does in a text; in JSON it is one.
  const ask = (event: KeyboardEvent) => {
    if (event.key !== "{" || !takesReference || readOnly || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    setPicking({ insertion: null });
  };
  const actions = (
    <>
      {account !== null && <AccountButton item={item} open={browsing} onToggle={() => setBrowsing(!browsing)} />}
      {takesReference && isLiteral(value) && <ParameterButton item={item} />}
      {takesReference && <PinButton side="inputs" path={item.printed} name={item.label} />}
      {takesReference && <ReferenceButton item={item} open={picking !== null} onToggle={toggle} />}
    </>
  );
  const control = { item, value, ids, invalid: refusal !== null, onRefusal: setRefusal };
  return (
    <FieldFrame item={item} ids={ids} actions={actions} refusal={refusal}>
      {isText ? (
        <TemplateField {...control} handle={template} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: listens to the control inside; nothing of its own
        <div onKeyDown={ask}>
          <Control {...control} />
        </div>
      )}
      <Resolved step={stepKey} value={value} />
      <UsedElsewhere item={item} value={value} />
      {isImageField(item.name) && <ImageField item={item} value={value} />}
      {account !== null && browsing && <AccountList item={item} kind={account} onClose={() => setBrowsing(false)} />}
      {picking !== null && <ReferencePicker item={item} {...picking} onClose={() => setPicking(null)} />}
    </FieldFrame>
  );
}

/** The control of a field's kind. A kind with an editor of its own is one case here. */
export function Control(props: RefusingControlProps) {
  const { value, onRefusal, ...control } = props;
  const { item } = control;
  const { shape } = item;
  const text = scalarText(value);
  if (item.asJson || text === null || value === null) {
    return <JsonControl {...props} />;
  }
  switch (shape.kind) {
    case "integer":
    case "float":
      if (typeof value === "string" && value !== "") break;
      return <NumberControl {...control} kind={shape.kind} text={text} onRefusal={onRefusal} />;
    case "boolean":
      if (value !== undefined && typeof value !== "boolean") break;
      return <BooleanControl {...control} value={value} />;
    case "any":
      return <AnyControl {...props} />;
    case "document":
    case "list":
    case "map":
    case "structure":
      return <JsonControl {...props} />;
    default:
      if (item.closed && shape.enum !== undefined) {
        return <OneOfControl {...control} text={text} values={shape.enum} />;
      }
      if (item.shapeName === "Duration") return <DurationControl {...control} text={text} />;
      if (namesElement(item)) return <ElementNameControl {...control} text={text} />;
      return shape.enum === undefined ? (
        <TextControl {...control} text={text} />
      ) : (
        <ChoiceControl {...control} text={text} values={shape.enum} />
      );
  }
  // A text where a number or boolean belongs (a file from elsewhere): shown as it is, to be put right.
  return <JsonControl {...props} />;
}
