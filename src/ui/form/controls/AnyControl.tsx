import "./AnyControl.css";
import Select from "@cloudscape-design/components/select";
import { setField } from "../../../editor/commands/fields/fields";
import type { FieldItem } from "../../../editor/form/item";
import { readNumber, scalarText } from "../../../editor/form/numberText";
import { isNumber, type Value } from "../../../pipeline/definition/value";
import { useInspectedStep } from "../../kit/inspectedStep";
import { useRun } from "../../kit/useCommands";
import { useKeepGroup } from "../../kit/useVisit";
import { useEditorState } from "../../kit/useWorkspace";
import { BooleanControl } from "./BooleanControl";
import type { RefusingControlProps } from "./control";
import { NumberControl } from "./NumberControl";
import { TextControl } from "./TextControl";

type Kind = "text" | "number" | "boolean";
const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "boolean", label: "True or false" },
];
/** Only where nobody knows what the service takes: a function's arguments are flat. */
const nested = [
  { value: "object", label: "Object" },
  { value: "list", label: "List" },
];

/** A value that may be text, number or boolean: what it is stands beside it and can be changed. */
export function AnyControl({ value, onRefusal, ...control }: RefusingControlProps) {
  const kind = kindOf(value);
  const text = scalarText(value) ?? "";
  return (
    <div className="sw-any">
      <div>
        {kind === "number" ? (
          <NumberControl {...control} kind="float" text={text} onRefusal={onRefusal} />
        ) : kind === "boolean" ? (
          <BooleanControl {...control} value={value === true} />
        ) : (
          <TextControl {...control} text={text} />
        )}
      </div>
      <KindSelect item={control.item} value={value} kind={kind} />
    </div>
  );
}

/** What kind of value it is, to be changed. */
export function KindSelect({
  item,
  value,
  kind,
}: {
  readonly item: FieldItem;
  readonly value: Value | undefined;
  readonly kind: Kind;
}) {
  const run = useRun();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const keep = useKeepGroup(item);
  return (
    <Select
      ariaLabel={`Kind of ${item.label}`}
      selectedOption={kinds.find((option) => option.value === kind) ?? null}
      options={source.stepType.category === "Other" ? [...kinds, ...nested] : kinds}
      readOnly={readOnly}
      expandToViewport
      onChange={({ detail }) => {
        keep();
        const next = asKind(value, detail.selectedOption.value ?? "text");
        run(setField, { step: stepKey, path: item.path, value: next, label: `the kind of ${item.label}` });
      }}
    />
  );
}

/** What kind of value a scalar is. */
export function kindOf(value: Value | undefined): Kind {
  if (typeof value === "boolean") return "boolean";
  return isNumber(value) ? "number" : "text";
}

/** The same value as another kind, where it can be; else the kind's plainest value. */
function asKind(value: Value | undefined, kind: string): Value {
  const text = scalarText(value) ?? "";
  if (kind === "object") return {};
  if (kind === "list") return [];
  if (kind === "text") return text;
  if (kind === "boolean") return text.toLowerCase() === "true";
  const read = readNumber(text, "float", "");
  return read.ok ? read.value : 0;
}
