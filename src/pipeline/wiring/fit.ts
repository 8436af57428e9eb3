import type { FieldKind, ValueKind } from "./wire";

/** How a value of one kind gets into a field of another. */
export type Fit =
  | { readonly fits: true; readonly how: "get" | "join" | "jsonGet" }
  | {
      readonly fits: false;
      readonly why: "kind" | "float-integer" | "pick-a-member" | "literal" | "list" | "structure";
    };

const scalars: readonly (ValueKind | FieldKind)[] = ["string", "integer", "float", "boolean"];

/**
 * Which kind of value goes into which kind of field, and how. Kinds that nobody knows (an unknown property, a step type without a model) fit
 * everywhere: a definition that SageMaker takes must not be refused here.
 */
export function fitOf(source: ValueKind, field: FieldKind): Fit {
  if (field === "literal") return { fits: false, why: "literal" };
  if (source === "propertyFile") {
    if (field === "list" || field === "map" || field === "structure") return { fits: false, why: wholeField(field) };
    return { fits: true, how: "jsonGet" };
  }
  if (field === "unknown") return { fits: true, how: "get" };
  if (field === "list" || field === "map" || field === "structure") {
    // An expression cannot stand for a whole list or object: "Expecting start of Json Array."
    return { fits: false, why: wholeField(field) };
  }
  if (source === "unknown") return { fits: true, how: "get" };
  if (!scalars.includes(source)) return { fits: false, why: "pick-a-member" };
  if (field === "scalar" || field === source) return { fits: true, how: "get" };
  if (field === "string") return { fits: true, how: "join" };
  if (field === "float" && source === "integer") return { fits: true, how: "get" };
  return { fits: false, why: field === "integer" && source === "float" ? "float-integer" : "kind" };
}

function wholeField(field: FieldKind): "list" | "structure" {
  return field === "list" ? "list" : "structure";
}

const labels: Readonly<Record<FieldKind, string>> = {
  string: "String",
  integer: "Integer",
  float: "Float",
  boolean: "Boolean",
  structure: "Structure",
  list: "List",
  map: "Map",
  propertyFile: "Property file",
  unknown: "Value",
  scalar: "Scalar",
  literal: "Literal",
};

/** The kind's name on the screen: AWS's words. */
export function kindLabel(kind: FieldKind): string {
  return labels[kind];
}

const withArticle: Readonly<Record<FieldKind, string>> = {
  string: "a String",
  integer: "an Integer",
  float: "a Float",
  boolean: "a Boolean",
  structure: "a structure",
  list: "a list",
  map: "a map",
  propertyFile: "a property file",
  unknown: "a value",
  scalar: "a value",
  literal: "a literal",
};

const takes: Readonly<Record<FieldKind, string>> = {
  string: "text",
  integer: "an integer",
  float: "a number",
  boolean: "true or false",
  structure: "a structure",
  list: "a list",
  map: "a map",
  propertyFile: "a property file",
  unknown: "a value",
  scalar: "a single value",
  literal: "only a literal",
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a value does not fit a field, as a sentence for the person; "" where it does. */
export function refusalInWords(source: ValueKind, field: FieldKind, fieldName: string): string {
  const result = fitOf(source, field);
  if (result.fits) return "";
  switch (result.why) {
    case "literal":
      return `SageMaker takes only a literal here: ${fieldName} cannot read a value at run time.`;
    case "float-integer":
      return `Float does not fit an integer field: ${fieldName} takes an integer.`;
    case "pick-a-member":
      return `${fieldName} takes ${takes[field]}, and this is ${withArticle[source]}: pick a member.`;
    case "list":
      return `${fieldName} is a list: SageMaker takes a reference for each element, not for the whole.`;
    case "structure":
      return `${fieldName} is a structure: SageMaker takes a reference for each field, not for the whole.`;
    default:
      return `${capital(withArticle[source])} does not fit ${fieldName}, which takes ${takes[field]}.`;
  }
}
