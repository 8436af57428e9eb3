import { lookup } from "../../definition/byName";
import { lastName, type Path, parsePath } from "../../definition/path";
import { append } from "../../definition/shortList";
import { get, getIn, isList, type ObjectValue, text, type Value } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { readExpression } from "../../references/read";
import { oncePerObject, oncePerStep } from "../../remember";
import type { StepType } from "../../schema/stepType";
import { runOfType } from "../../steps/runs";
import { words } from "../../wiring/match";

/** An output of a step that others could read. */
export interface Produced {
  readonly step: string;
  /** What stands behind `Steps.NAME.` */
  readonly output: string;
  /** What people call it. */
  readonly label: string;
  /** Where it is written, without a slash at the end; null where the step does not say. */
  readonly location: string | null;
  /** It is declared by name alone, and says nothing of where it lies. */
  readonly isDeclared: boolean;
  readonly words: readonly string[];
}

const none: readonly Produced[] = [];

/** The outputs of a step that others could read, and where they are written. A second step of one name can be read by nobody. */
export const producedBy = oncePerStep((entry: StepEntry): readonly Produced[] => {
  const { key, name, step, stepType } = entry;
  if (key !== name) return none;
  const writes = writesOf(stepType);
  if (writes.length === 1) return writtenBy(key, step, writes[0] as Written);
  if (writes.length > 1) return writes.flatMap((output) => writtenBy(key, step, output));
  return stepType.outputsForm === "declared" ? declaredTexts(key, step) : none;
});

/** An output that repeats where the request says to write to; one for each element of a list that the step names. */
interface Written {
  readonly list: string;
  /** Where the list lies, and the key by which its elements are named; null for an output that is no element's. */
  readonly elements: { readonly at: Path; readonly naming: string } | null;
  readonly output: string;
  readonly at: Path;
}

const writesOf = oncePerObject(({ type, namedLists = {} }: StepType): readonly Written[] =>
  runOfType(type).writes.map((printed) => {
    const [list = "", below] = printed.split("['*'].");
    if (below === undefined) return { list, elements: null, output: printed, at: parsePath(printed) ?? [] };
    const named = lookup(namedLists, list);
    const elements = { at: parsePath(named?.at ?? "") ?? [], naming: named?.name ?? "" };
    return { list, elements, output: below, at: parsePath(below) ?? [] };
  }),
);

function writtenBy(key: string, step: ObjectValue, { list, elements, output, at }: Written): readonly Produced[] {
  if (elements === null) return [made(key, output, lastName(at), locationAt(getIn(get(step, "Arguments"), at)))];
  const found = getIn(step, elements.at);
  if (!isList(found)) return none;
  let written: Produced[] | null = null;
  for (const element of found) {
    const name = text(get(element, elements.naming));
    if (name === undefined) continue;
    written = append(written, made(key, `${list}['${name}'].${output}`, name, locationAt(getIn(element, at))));
  }
  return written ?? none;
}

function declaredTexts(key: string, step: ObjectValue): readonly Produced[] {
  const list = get(step, "OutputParameters");
  if (!isList(list)) return none;
  let found: Produced[] | null = null;
  for (const output of list) {
    const name = text(get(output, "OutputName"));
    if (name === undefined || get(output, "OutputType") !== "String") continue;
    found = append(found, made(key, `OutputParameters['${name}']`, name, null, true));
  }
  return found ?? none;
}

function made(step: string, output: string, label: string, location: string | null, isDeclared = false): Produced {
  return { step, output, label, location, isDeclared, words: isDeclared ? wordsOf(label) : noWords };
}

const noWords: readonly string[] = [];

/** The same few names come again and again. */
const wordsOf = oncePerObject((label: string): readonly string[] => [...new Set(words(label))]);

/** True where two say the same; the words follow from the label. */
export function isSameProduced(left: Produced, right: Produced): boolean {
  return (
    left === right ||
    (left.step === right.step &&
      left.output === right.output &&
      left.label === right.label &&
      left.location === right.location &&
      left.isDeclared === right.isDeclared)
  );
}

/** Where an output lies. A whole bucket says nothing: everything lies in one. */
function locationAt(value: Value | undefined): string | null {
  const said = templateOf(value ?? null);
  if (said === null) return null;
  const location = withoutSlash(said);
  return /^s3:\/\/[^/]+\/./.test(location) ? location : null;
}

/** A text, or a Join of texts, parameters and execution variables; null for what reads a step, and for all else. */
export function templateOf(value: Value): string | null {
  if (typeof value === "string") return value;
  const expression = readExpression(value);
  if (expression?.kind !== "join") return null;
  const parts = expression.values.map((part) => {
    if (typeof part === "string" || typeof part === "number") return String(part);
    const inner = readExpression(part);
    if (inner?.kind === "join") return templateOf(part);
    const isFixed = inner?.kind === "get" && inner.reference.kind !== "step" && inner.reference.kind !== "currentItem";
    return isFixed ? `{${inner.text}}` : null;
  });
  return parts.some((part) => part === null) ? null : parts.join(expression.on);
}

export function withoutSlash(location: string): string {
  return location.endsWith("/") && !location.endsWith("//") ? location.slice(0, -1) : location;
}
