/** The values that an execution is started with: how they are shown, when they are refused, and as which texts they travel. */
import type { ParameterValue } from "../../../contract/executions";
import { listParameters, type Parameter } from "../../../pipeline/definition/parameters";
import type { ObjectValue, Value } from "../../../pipeline/definition/value";
import { parameterText } from "../../../pipeline/simulate/values/parameters";
import { typedValue } from "../../../pipeline/steps/runs/values/typedValue";

/** One row of the form. */
export interface ParameterRow {
  readonly name: string;
  readonly type: string;
  /** Must be given: there is no default. */
  readonly mandatory: boolean;
  /** The default as text, null where there is none. */
  readonly defaultText: string | null;
  /** The texts to choose from, null where any may be typed. */
  readonly choices: readonly string[] | null;
}

/** SageMaker takes at most so many characters (API Parameter). */
const longest = 1024;

export function parameterRows(definition: ObjectValue): readonly ParameterRow[] {
  return listParameters(definition).map((parameter) => {
    const { name, type, defaultValue } = parameter;
    const absent = defaultValue === undefined || defaultValue === null;
    const defaultText = absent ? null : valueText(type, defaultValue);
    return { name, type, mandatory: absent, defaultText, choices: choicesOf(parameter) };
  });
}

/** Booleans travel as `True` and `False`, as Python's `str` writes them. */
function valueText(type: string, value: Value): string {
  const text = parameterText(value);
  if (type !== "Boolean") return text;
  return /^true$/i.test(text) ? "True" : /^false$/i.test(text) ? "False" : text;
}

function choicesOf({ type, enumValues }: Parameter): readonly string[] | null {
  if (type === "Boolean") return ["True", "False"];
  return enumValues.length === 0 ? null : enumValues.map((value) => valueText(type, value));
}

/** What the form starts with: the given values, else the defaults. */
export function startingTexts(
  rows: readonly ParameterRow[],
  given: readonly ParameterValue[] = [],
): ReadonlyMap<string, string> {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  return new Map(
    rows.map(({ name, type, defaultText }) => [name, valueText(type, values.get(name) ?? defaultText ?? "")]),
  );
}

/** Why a text cannot be a parameter's value; null when it can. */
export function whyNotValue(row: ParameterRow, text: string): string | null {
  if (text === row.defaultText) return null;
  if (text === "")
    return row.mandatory ? "It has no default, so it needs a value." : "SageMaker refuses an empty value.";
  if (text.length > longest) return `SageMaker takes at most ${longest} characters; this has ${text.length}.`;
  if (row.choices !== null && !row.choices.includes(text)) return `It takes one of ${row.choices.join(", ")}.`;
  if (typedValue(row.type, text) !== null) return null;
  return row.type === "Integer" ? "An integer is needed, like 100." : "A number is needed, like 0.5.";
}

/** What is sent: what differs from the defaults, which SageMaker knows itself. */
export function valuesToSend(
  rows: readonly ParameterRow[],
  texts: ReadonlyMap<string, string>,
): readonly ParameterValue[] {
  return rows.flatMap(({ name, type, defaultText }) => {
    const text = texts.get(name) ?? "";
    const isNumber = type === "Integer" || type === "Float";
    return text === defaultText ? [] : [{ name, value: isNumber ? text.trim() : text }];
  });
}

/** Why a text cannot be an execution's display name; null when it can (API PipelineExecutionName). */
export function whyNotDisplayName(text: string): string | null {
  if (text === "" || (text.length <= 82 && /^[a-zA-Z0-9](?:-*[a-zA-Z0-9])*$/.test(text))) return null;
  return text.length > 82
    ? `At most 82 characters; this has ${text.length}.`
    : "Letters, digits and hyphens between them.";
}
