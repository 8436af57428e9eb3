/** A pipeline's parameter as a form has it. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import { type Parameter, type ParameterType, whyNotParameterName } from "../../pipeline/definition/parameters";
import { parseValue } from "../../pipeline/definition/parse";
import { serialise } from "../../pipeline/definition/serialise";
import { isNumber, sameValue, type Value } from "../../pipeline/definition/value";
import type { Recipe } from "../../pipeline/edits/edit";
import { addParameter, nameForNewParameter, renameParameter, setParameter } from "../../pipeline/edits/parameters";

/** A parameter as a form has it: texts. */
export interface ParameterDraft {
  readonly name: string;
  readonly type: ParameterType;
  /** "" for no default: the value must then be given at start. */
  readonly defaultText: string;
  /** One a line; "" for any value. */
  readonly enumText: string;
}

/** What the form of a new parameter begins with. */
export function newDraft(document: PipelineDocument): ParameterDraft {
  return { name: nameForNewParameter(document), type: "String", defaultText: "", enumText: "" };
}

export function draftOf({ name, type, defaultValue, enumValues }: Parameter): ParameterDraft {
  return {
    name,
    type: isType(type) ? type : "String",
    defaultText: defaultValue === undefined ? "" : textOf(defaultValue),
    enumText: enumValues.map(textOf).join("\n"),
  };
}

function isType(type: string): type is ParameterType {
  return type === "String" || type === "Integer" || type === "Float" || type === "Boolean";
}

function textOf(value: Value): string {
  return typeof value === "string" ? value : serialise(value);
}

/** The value that a text means for a parameter's type; undefined when it means none. */
export function valueFor(type: ParameterType, text: string): Value | undefined {
  if (type === "String") return text;
  if (type === "Boolean") return text === "true" ? true : text === "false" ? false : undefined;
  const parsed = parseValue(text.trim());
  if (!parsed.ok || !isNumber(parsed.value)) return undefined;
  return type === "Float" || /^-?\d+$/.test(text.trim()) ? parsed.value : undefined;
}

export interface DraftFaults {
  readonly name: string | null;
  readonly defaultText: string | null;
  readonly enumText: string | null;
}

/** What is wrong with a draft, field by field; `taken` are the names of the other parameters. */
export function faultsOf(draft: ParameterDraft, taken: ReadonlySet<string>): DraftFaults {
  const { name, type, defaultText } = draft;
  const allowed = enumLines(draft);
  const misfit = allowed.find((line) => valueFor(type, line) === undefined);
  const isNoValue = defaultText !== "" && valueFor(type, defaultText) === undefined;
  const isNotAllowed = defaultText !== "" && allowed.length > 0 && !allowed.includes(defaultText);
  return {
    name: whyNotParameterName(name) ?? (taken.has(name) ? `There is a parameter ${name} already.` : null),
    defaultText: isNoValue
      ? `“${defaultText}” is no ${type}.`
      : isNotAllowed
        ? `“${defaultText}” is none of the allowed values.`
        : null,
    enumText: misfit === undefined ? null : `“${misfit}” is no ${type}.`,
  };
}

function enumLines({ type, enumText }: ParameterDraft): readonly string[] {
  if (type === "Boolean") return [];
  return enumText
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The change that a draft asks for: a new parameter, or one changed into it: its name with every use of it, type, default, allowed values. */
export function applyDraft(before: Parameter | null, draft: ParameterDraft): Recipe {
  const { name, type, defaultText } = draft;
  const defaultValue = defaultText === "" ? undefined : valueFor(type, defaultText);
  const allowed = enumLines(draft).flatMap((line) => valueFor(type, line) ?? []);
  const enumValues = allowed.length === 0 ? undefined : allowed;
  if (before === null) {
    return (document) => setParameter(name, "EnumValues", enumValues)(addParameter(name, type, defaultValue)(document));
  }
  const steps: Recipe[] = [renameParameter(before.name, name)];
  if (type !== before.type) steps.push(setParameter(name, "Type", type));
  if (!sameValue(defaultValue, before.defaultValue)) steps.push(setParameter(name, "DefaultValue", defaultValue));
  if (!sameValue(allowed, before.enumValues)) steps.push(setParameter(name, "EnumValues", enumValues));
  return (document) => steps.reduce((changed, step) => step(changed), document);
}
