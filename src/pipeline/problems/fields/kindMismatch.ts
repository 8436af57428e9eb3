import { lookup } from "../../definition/byName";
import { lastName, printPath } from "../../definition/path";
import { isList, isNumber, isObject, LosslessNumber, type Value } from "../../definition/value";
import { isUnknownExpression } from "../../references/read";
import type { Shape } from "../../schema/model";
import type { Look } from "../../schema/walk";
import { put } from "../fixes";
import type { Field, Fix, Report, Rule } from "../problem";
import { kindOfReference } from "../references/typeNeedsConversion";

export const kindMismatch: Rule = {
  code: "kind-mismatch",
  severity: "error",
  why: "The service reads each argument as the kind that its API says, and answers “Unable to parse pipeline definition. Expecting start of Json Array.” (or Object); a reference may stand for each element, not for the whole list or structure (issues 2345 and 3908 of the Python SDK).",
  ofKinds: ["step", "parameter"],
  checkReference: kindOfReference,
  // A text is right where a text is wanted; what no model knows is right as it is.
  looksWhere({ zone, depth, shape, name, pattern }, look) {
    if (shape === null) return name === "Arguments" && look !== "objects";
    const isEntry = zone === "envelope" && name === "[]" && pattern !== "DependsOn[]";
    return lookup(rightAt, shape.kind) !== look && (zone === "request" || depth === 1 || isEntry);
  },
  checkField(field, report) {
    const { shape, value, place } = field;
    if (value === null || isUnknownExpression(field.onlyKey)) return;
    if (shape !== null && place.zone === "request") checkShape(field, shape, report);
    else checkInStep(field, report);
  },
};

const rightAt: Readonly<Record<string, Look>> = {
  string: "texts",
  list: "lists",
  structure: "objects",
  map: "objects",
};

function checkShape(field: Field, shape: Shape, report: Report): void {
  switch (shape.kind) {
    case "list":
      if (!isList(field.value) && !(shape.whole !== undefined && field.isExpression)) listWanted(field, report);
      return;
    case "structure":
    case "map":
      if (!isObject(field.value) || field.isExpression) objectWanted(field, report);
      return;
    case "any":
    case "document":
    case "blob":
    case "timestamp":
      return;
    default:
      scalarWanted(field, shape.kind, report);
  }
}

function listWanted(field: Field, report: Report): void {
  const wrap: Fix = put("Put it into a list", field.entry, [...field.at], [field.value]);
  const what = field.isExpression
    ? "reads one value, where SageMaker wants a list: let each element read its own."
    : "must be a list.";
  report({ message: `${named(field)} ${what}`, fixes: [wrap] });
}

function objectWanted(field: Field, report: Report): void {
  const what = field.isExpression
    ? "reads one value, where SageMaker wants an object: let each of its fields read its own."
    : "must be an object with fields of its own.";
  report({ message: `${named(field)} ${what}` });
}

const wanted = { string: "a text", integer: "an integer", float: "a number", boolean: "true or false" } as const;

/** The kind of a scalar is only doubted: whether the service converts "1" is known to nobody. */
function scalarWanted(field: Field, kind: keyof typeof wanted, report: Report): void {
  const { value } = field;
  if (field.isExpression || fits(value, kind)) return;
  if (isList(value) || isObject(value)) {
    const what = isList(value) ? "a list" : "an object";
    report({ message: `${named(field)} must be ${wanted[kind]} or a reference, not ${what}.` });
    return;
  }
  const converted = convert(value, kind);
  report({
    severity: "warning",
    message: `${named(field)} takes ${wanted[kind]}, and this is ${said(value)}.`,
    fixes: converted === null ? [] : [put(`Write ${said(converted)}`, field.entry, [...field.at], converted)],
  });
}

function fits(value: Value, kind: keyof typeof wanted): boolean {
  if (kind === "string") return typeof value === "string";
  if (kind === "boolean") return typeof value === "boolean";
  // "" stands in drafts, and is missed by another rule where it must not be.
  return isNumber(value) ? kind === "float" || isWhole(value) : value === "";
}

function isWhole(value: number | LosslessNumber): boolean {
  return Number.isInteger(typeof value === "number" ? value : Number(value.value));
}

/** The same in the other kind: `5` for `"5"`; null where it means nothing there. */
export function convert(value: Value, kind: keyof typeof wanted): Value | null {
  const text = value instanceof LosslessNumber ? value.value : String(value);
  if (kind === "string") return text;
  if (kind === "boolean") return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : null;
  const number = Number(text);
  if (typeof value === "boolean" || text.trim() === "" || !Number.isFinite(number)) return null;
  return kind === "integer" && !Number.isInteger(number) ? null : number;
}

function said(value: Value): string {
  return typeof value === "string" ? `the text "${value}"` : value instanceof LosslessNumber ? value.value : `${value}`;
}

/** In the step itself: what is a list, and what is an object. */
function checkInStep(field: Field, report: Report): void {
  const kind = field.shape?.kind;
  if (kind === "list" && !isList(field.value)) listWanted(field, report);
  const isObjectKey = kind === "structure" || field.place.name === "Arguments";
  if (isObjectKey && (!isObject(field.value) || field.isExpression)) objectWanted(field, report);
}

function named({ at, entry }: Field): string {
  const name = lastName(at);
  return name.startsWith("[") ? `${printPath(at.slice(-2))} of ${entry.name}` : `${name} of ${entry.name}`;
}
