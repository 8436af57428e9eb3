/** What a Search asks for: filters, filters of one element of a list, and expressions of these (API SearchExpression). */
import { invalid } from "./errors";
import { type Input, optionalChoice, optionalStructure, optionalText, requiredText, structures } from "./input";
import { compareProperties, propertyOf } from "./searchProperties";

const operators = [
  ...["Equals", "NotEquals", "GreaterThan", "GreaterThanOrEqualTo", "LessThan", "LessThanOrEqualTo"],
  ...["Contains", "Exists", "NotExists", "In"],
] as const;

interface Filter {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

interface Nested {
  readonly list: string;
  readonly filters: readonly Filter[];
}

export interface Expression {
  readonly operator: "And" | "Or";
  readonly filters: readonly Filter[];
  readonly nested: readonly Nested[];
  readonly inner: readonly Expression[];
}

const mostParts = 20;

/** The expression of a request, held to the properties that there are; null where it has none. */
export function expressionIn(input: Input, known: ReadonlySet<string>): Expression | null {
  const asked = optionalStructure(input, "SearchExpression");
  if (asked === undefined) return null;
  const expression = readExpression(asked, known);
  if (countContains(expression) > 1) throw invalid("'CONTAINS' operator usage limit of 1 exceeded.");
  return expression;
}

function readExpression(input: Input, known: ReadonlySet<string>): Expression {
  const isKnown = (name: string) => {
    if (!known.has(name.split(".")[0] ?? "")) throw invalid(`Unknown property '${name}' in the search expression.`);
    return name;
  };
  return {
    operator: optionalChoice(input, "Operator", ["And", "Or"]) ?? "And",
    filters: structures(input, "Filters", mostParts).map((filter) => readFilter(filter, isKnown)),
    nested: structures(input, "NestedFilters", mostParts).map((nested) => {
      const list = isKnown(requiredText(nested, "NestedPropertyName"));
      const within = (name: string) => (name.startsWith(`${list}.`) ? name.slice(list.length + 1) : name);
      return { list, filters: structures(nested, "Filters", mostParts).map((filter) => readFilter(filter, within)) };
    }),
    inner: structures(input, "SubExpressions", mostParts).map((inner) => readExpression(inner, known)),
  };
}

function readFilter(filter: Input, nameOf: (written: string) => string): Filter {
  const value = optionalText(filter, "Value");
  const operator = optionalChoice(filter, "Operator", operators) ?? (value === undefined ? "Exists" : "Equals");
  const name = nameOf(requiredText(filter, "Name"));
  if (value === undefined && !operator.endsWith("Exists")) throw invalid(`The filter of '${name}' needs a Value.`);
  return { name, operator, value: value ?? "" };
}

function countContains({ filters, nested, inner }: Expression): number {
  const all = [...filters, ...nested.flatMap((one) => one.filters)];
  const own = all.filter(({ operator }) => operator === "Contains").length;
  return inner.reduce((sum, one) => sum + countContains(one), own);
}

export function meets(record: unknown, { operator, filters, nested, inner }: Expression): boolean {
  const answers = [
    ...filters.map((filter) => passes(record, filter)),
    ...nested.map((one) => anyElement(record, one)),
    ...inner.map((expression) => meets(record, expression)),
  ];
  return operator === "And" ? answers.every(Boolean) : answers.some(Boolean);
}

function anyElement(record: unknown, { list, filters }: Nested): boolean {
  const elements = propertyOf(record, list);
  return Array.isArray(elements) && elements.some((element) => filters.every((filter) => passes(element, filter)));
}

function passes(record: unknown, { name, operator, value }: Filter): boolean {
  const present = propertyOf(record, name) ?? undefined;
  if (operator === "Exists") return present !== undefined;
  if (operator === "NotExists") return present === undefined;
  if (operator === "NotEquals") return present === undefined || compare(present, value) !== 0;
  if (present === undefined) return false;
  if (operator === "Contains") return String(present).includes(value);
  if (operator === "In") return value.split(",").some((one) => compare(present, one.trim()) === 0);
  const order = compare(present, value);
  switch (operator) {
    case "GreaterThan":
      return order > 0;
    case "GreaterThanOrEqualTo":
      return order >= 0;
    case "LessThan":
      return order < 0;
    case "LessThanOrEqualTo":
      return order <= 0;
    default:
      return order === 0;
  }
}

/** A moment is written as ISO 8601, or in seconds as the wire has it. */
function compare(present: unknown, written: string): number {
  if (typeof present !== "number") return compareProperties(String(present), written);
  const moment = /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Date.parse(written) / 1000;
  return present - moment;
}
