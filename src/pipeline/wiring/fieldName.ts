import { lastName, type Path } from "../definition/path";
import { entries, getIn, isList, isObject, type ObjectValue, type Value } from "../definition/value";
import { expressionWords } from "../references/expressionWords";

/** What a field is called in short, and what tells it apart from others of that name: `S3Uri` *train*. */
export interface FieldName {
  readonly label: string;
  readonly hint: string | null;
}

const operands = new Set(["LeftValue", "RightValue", "QueryValue"]);

/** The name of a list's element, as its author gave it: a channel's, an input's, an output's; null where it has none. */
function elementName(element: Value | undefined): string | null {
  for (const [key, value] of entries(element)) {
    const naming = key === "Name" || key === "Key" || (key.endsWith("Name") && key !== "ModelPackageName");
    if (naming && typeof value === "string" && value !== "") return value;
  }
  return null;
}

/** The element of a list that a field lies in: the innermost. */
function enclosingElement(step: ObjectValue, path: Path): string | null {
  for (let end = path.length - 1; end > 1; end--) {
    if (typeof path[end] !== "number") continue;
    const list = getIn(step, path.slice(0, end));
    const named = isList(list) ? elementName(list[path[end] as number]) : null;
    return named ?? (isList(list) && list.length > 1 ? `[${path[end]}]` : null);
  }
  return null;
}

/** The structure around a field, where that says more than the field's own name: `PrimaryContainer`. */
export function enclosingStructure(path: Path): string | null {
  const enclosing = path.slice(1, -1).filter((segment) => typeof segment === "string");
  return enclosing.at(-1) ?? null;
}

/** A field's short name. A condition's operand is called by what it reads: `Report mse.value`, `Threshold`. */
export function fieldName(step: ObjectValue, path: Path): FieldName {
  const last = lastName(path);
  if (operands.has(last)) {
    const value = getIn(step, path);
    if (isObject(value)) return { label: expressionWords(value), hint: null };
  }
  // A loop's selector: what it compares is called by its name, as a condition's operand is.
  if (last === "Field" && path.at(-2) === "Selector") return { label: "Selector", hint: null };
  const hint = enclosingElement(step, path);
  if (typeof path.at(-1) === "number") {
    const list = path.findLast((segment) => typeof segment === "string");
    return { label: typeof list === "string" ? `${list}${last}` : last, hint };
  }
  return { label: last, hint };
}
