/**
 * A text field's value as text with expressions in between, as a person edits it: a literal, a `Get`, or a `Std:Join` with whatever
 * `On`. Editing goes through `withText`, `withExpression`, `withoutExpression` and comes back as a value by `templateValue`, which
 * keeps of the value before what it can: the Join's `On`, how its text was divided, its numbers and booleans.
 */
import { isNumber, LosslessNumber, sameValue, type Value } from "../definition/value";
import { readExpression } from "./read";

/** One text more than expressions: `texts[0] expressions[0] texts[1] …`, any text may be empty. */
export interface Template {
  readonly texts: readonly string[];
  readonly expressions: readonly Value[];
}

/** The literals of a Join between two of its expressions (or before the first, behind the last), and the text they make. */
interface Gap {
  readonly literals: readonly Value[];
  readonly text: string;
}

interface JoinParts {
  readonly on: string;
  readonly gaps: readonly Gap[];
  readonly expressions: readonly Value[];
}

/** A literal as the text that a Join makes of it (booleans in lower case); null for what has none. */
function literalText(value: Value): string | null {
  if (typeof value === "string") return value;
  if (isNumber(value)) return value instanceof LosslessNumber ? value.value : String(value);
  return typeof value === "boolean" ? String(value) : null;
}

function joinParts(value: Value | undefined): JoinParts | null {
  const expression = readExpression(value);
  if (expression?.kind !== "join") return null;
  const runs: Value[][] = [[]];
  const expressions: Value[] = [];
  for (const item of expression.values) {
    if (literalText(item) === null) {
      expressions.push(item);
      runs.push([]);
    } else runs.at(-1)?.push(item);
  }
  const { on } = expression;
  const gaps = runs.map((literals, index) => ({
    literals,
    text: gapText(literals, on, index > 0, index < runs.length - 1),
  }));
  return { on, gaps, expressions };
}

/** What stands between two expressions: the literals with `On` between them, and `On` towards each neighbour. */
function gapText(literals: readonly Value[], on: string, before: boolean, after: boolean): string {
  const inner = literals.map((literal) => literalText(literal) ?? "").join(on);
  if (literals.length === 0) return before && after ? on : "";
  return `${before ? on : ""}${inner}${after ? on : ""}`;
}

/** A value as text and expressions; a literal is text alone. */
export function templateOf(value: Value | undefined): Template {
  const join = joinParts(value);
  if (join !== null) return { texts: join.gaps.map(({ text }) => text), expressions: join.expressions };
  if (value === undefined || value === null) return { texts: [""], expressions: [] };
  const text = literalText(value);
  return text === null ? { texts: ["", ""], expressions: [value] } : { texts: [text], expressions: [] };
}

export function sameTemplate(left: Template, right: Template): boolean {
  return (
    left.texts.length === right.texts.length &&
    left.texts.every((text, index) => text === right.texts[index]) &&
    left.expressions.every((expression, index) => sameValue(expression, right.expressions[index]))
  );
}

/**
 * The value that a template stands for. `origin` is the value before it was edited. A text without expressions is a plain string, an
 * expression alone stays itself (`alone` may wrap it, where a number has to be made text), all else is a Join: with the `On` of
 * the origin where each expression is still set off by it, else with none.
 */
export function templateValue(
  template: Template,
  origin?: Value,
  alone: (expression: Value) => Value = (expression) => expression,
): Value {
  if (origin !== undefined && origin !== null && sameTemplate(template, templateOf(origin))) return origin;
  const { texts, expressions } = template;
  const [first] = expressions;
  if (first === undefined) return texts[0] ?? "";
  if (expressions.length === 1 && texts.every((text) => text === "")) {
    // A Join inside a Join stays a chip of its own: alone it would be taken for the text around it.
    return readExpression(first)?.kind === "join" ? joinOf("", [first]) : alone(first);
  }
  const before = joinParts(origin);
  const kept = before === null ? null : joinWith(before.on, template, before);
  return kept ?? joinOf("", joinValues("", template, before?.on === "" ? before : null) ?? []);
}

function joinOf(on: string, values: readonly Value[]): Value {
  return { "Std:Join": { On: on, Values: values } };
}

function joinWith(on: string, template: Template, before: JoinParts): Value | null {
  const values = joinValues(on, template, before);
  return values === null ? null : joinOf(on, values);
}

/** The `Values` of a Join with this `On`; null where an expression is not set off by it. */
function joinValues(on: string, { texts, expressions }: Template, before: JoinParts | null): Value[] | null {
  const values: Value[] = [];
  for (const [index, text] of texts.entries()) {
    const literals = literalsOf(text, on, index > 0, index < texts.length - 1, before);
    if (literals === null) return null;
    values.push(...literals);
    const expression = expressions[index];
    if (expression !== undefined) values.push(expression);
  }
  return values;
}

function literalsOf(
  text: string,
  on: string,
  before: boolean,
  after: boolean,
  origin: JoinParts | null,
): readonly Value[] | null {
  if (text === (before && after ? on : "")) return [];
  const ends = (before ? on.length : 0) + (after ? on.length : 0);
  if (text.length < ends || (before && !text.startsWith(on)) || (after && !text.endsWith(on))) return null;
  const inner = text.slice(before ? on.length : 0, text.length - (after ? on.length : 0));
  return divided(inner, on, origin?.gaps ?? []);
}

/** Divides a text into literals as it was divided before, as far as it begins and ends alike. */
function divided(inner: string, on: string, gaps: readonly Gap[]): readonly Value[] {
  let best: readonly Value[] = [inner];
  for (const { literals } of gaps) {
    if (literals.length === 0) continue;
    const joined = literals.map((literal) => literalText(literal) ?? "").join(on);
    if (joined === inner) return literals;
    const split = keepEnds(inner, on, literals);
    if (split.length > best.length) best = split;
  }
  return best;
}

function keepEnds(inner: string, on: string, literals: readonly Value[]): readonly Value[] {
  let rest = inner;
  const head: Value[] = [];
  const tail: Value[] = [];
  for (const literal of literals) {
    const start = `${literalText(literal) ?? ""}${on}`;
    if (start === "" || !rest.startsWith(start) || head.length + 1 === literals.length) break;
    head.push(literal);
    rest = rest.slice(start.length);
  }
  for (const literal of literals.slice(head.length + 1).toReversed()) {
    const end = `${on}${literalText(literal) ?? ""}`;
    if (end === "" || !rest.endsWith(end)) break;
    tail.unshift(literal);
    rest = rest.slice(0, rest.length - end.length);
  }
  const middle = rest === "" && on === "" ? [] : [rest];
  return [...head, ...middle, ...tail];
}

/** Replaces one of the texts. */
export function withText(template: Template, index: number, text: string): Template {
  return { ...template, texts: template.texts.with(index, text) };
}

/** Puts an expression into a text, in place of what stands between `start` and `end`. */
export function withExpression(
  template: Template,
  at: { readonly index: number; readonly start: number; readonly end: number },
  expression: Value,
): Template {
  const text = template.texts[at.index] ?? "";
  return {
    texts: template.texts.toSpliced(at.index, 1, text.slice(0, at.start), text.slice(at.end)),
    expressions: template.expressions.toSpliced(at.index, 0, expression),
  };
}

export function replaceExpression(template: Template, index: number, expression: Value): Template {
  return { ...template, expressions: template.expressions.with(index, expression) };
}

/** Takes an expression out; of the two delimiters (`on`) around it one goes with it. */
export function withoutExpression(template: Template, index: number, on = ""): Template {
  const left = template.texts[index] ?? "";
  const right = template.texts[index + 1] ?? "";
  const both = on !== "" && left.endsWith(on) && right.startsWith(on);
  const onlyDelimiter = on !== "" && !both && (left === "" ? right.startsWith(on) : right === "" && left.endsWith(on));
  const merged = both
    ? left + right.slice(on.length)
    : onlyDelimiter
      ? left === ""
        ? right.slice(on.length)
        : left.slice(0, left.length - on.length)
      : left + right;
  return {
    texts: template.texts.toSpliced(index, 2, merged),
    expressions: template.expressions.toSpliced(index, 1),
  };
}

/** The `On` of a value that is a Join; "" for all others. */
export function delimiterOf(value: Value | undefined): string {
  const expression = readExpression(value);
  return expression?.kind === "join" ? expression.on : "";
}

/** True for a Join that holds nothing but `On` and a list of `Values`, in that order: what `templateValue` writes. */
export function isPlainJoin(value: Value): boolean {
  const expression = readExpression(value);
  return expression?.kind === "join" && sameValue(value, joinOf(expression.on, expression.values));
}
