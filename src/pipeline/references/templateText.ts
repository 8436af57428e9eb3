/**
 * A value as one line of text and back: `s3://{Parameters.Bucket}/train`. Braces that are meant as such are doubled. Expressions that
 * are no plain reference are written as functions:
 *
 *     {join("/", "s3:/", Parameters.Bucket, 2.0)}     a Join with a delimiter, or of a form that plain text would not keep
 *     {json(Steps.Evaluate.PropertyFiles.Report, "mse.value")}   {jsonAt(join(…), "auc")}      a JsonGet on a file, on an S3 URI
 *     {get("…")}   {2.0}   {true}   {value({…})}      a reference that is malformed, a literal that is no text
 *
 * Reading never fails: what is no expression is text, so whatever is pasted stays what it was.
 */
import { parseValue } from "../definition/parse";
import { serialise } from "../definition/serialise";
import { get, isObject, keys, sameValue, type Value } from "../definition/value";
import { readExpression } from "./read";
import { isPlainJoin } from "./template";

const plainReference = /^[A-Za-z][A-Za-z0-9_-]*[.[][A-Za-z0-9_.[\]' -]*$/;

/** Prints a value as a template; `parseTemplate` reads the same value from it. */
export function printTemplate(value: Value): string {
  if (typeof value === "string") return escapeBraces(value);
  const expression = readExpression(value);
  if (expression?.kind === "join" && isPlainJoin(value) && expression.on === "" && isPlainText(expression.values)) {
    return expression.values
      .map((item) => (typeof item === "string" ? escapeBraces(item) : `{${printExpression(item)}}`))
      .join("");
  }
  return `{${printExpression(value)}}`;
}

/** Reads a template; what stands in braces and is no expression is text. */
export function parseTemplate(text: string): Value {
  const pieces: Value[] = [];
  let literal = "";
  let expressions = 0;
  const flush = () => {
    if (literal !== "") pieces.push(literal);
    literal = "";
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    if ((char === "{" || char === "}") && text.charAt(at + 1) === char) {
      literal += char;
      at += 2;
      continue;
    }
    const read = char === "{" ? readBraces(text, at) : null;
    if (read === null) {
      literal += char;
      at += 1;
      continue;
    }
    flush();
    pieces.push(read.value);
    expressions += 1;
    at = read.end;
  }
  flush();
  if (expressions === 0) return pieces[0] ?? "";
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : { "Std:Join": { On: "", Values: pieces } };
}

function escapeBraces(text: string): string {
  return text.replace(/[{}]/g, "$&$&");
}

/** True where text with expressions in it says all there is: no two texts side by side, none empty, and not one thing alone. */
function isPlainText(values: readonly Value[]): boolean {
  if (values.length < 2 || values.includes("")) return false;
  return values.every((item, index) => typeof item !== "string" || typeof values[index + 1] !== "string");
}

function printExpression(value: Value): string {
  const expression = readExpression(value);
  switch (expression?.kind) {
    case "get":
      return plainReference.test(expression.text) ? expression.text : `get(${serialise(expression.text, 0)})`;
    case "join":
      if (!isPlainJoin(value)) break;
      return `join(${[expression.on, ...expression.values].map(printExpression).join(", ")})`;
    case "jsonGet": {
      const key = keys(expression.source)[0] ?? "";
      const source = get(expression.source, key);
      const name = key === "PropertyFile" ? "json" : "jsonAt";
      if (source === undefined || !sameValue(value, jsonGetOf(name, source, expression.path))) break;
      return `${name}(${printExpression(source)}, ${serialise(expression.path, 0)})`;
    }
    default:
  }
  const json = serialise(value, 0);
  return typeof value === "object" && value !== null && (isObject(value) || Array.isArray(value))
    ? `value(${json})`
    : json;
}

function jsonGetOf(name: "json" | "jsonAt", source: Value, path: Value): Value {
  return { "Std:JsonGet": { [name === "json" ? "PropertyFile" : "S3Uri"]: source, Path: path } };
}

interface Read {
  readonly value: Value;
  readonly end: number;
}

function readBraces(text: string, at: number): Read | null {
  const read = readOne(text, at + 1);
  return read !== null && text.charAt(read.end) === "}" ? { value: read.value, end: read.end + 1 } : null;
}

const called = /^(?:get|join|json|jsonAt|value)\(/;
const reference = /^[A-Za-z][A-Za-z0-9_-]*(?:[.[][A-Za-z0-9_.[\]' -]*)/;

function readOne(text: string, at: number): Read | null {
  const rest = text.slice(at);
  const call = called.exec(rest)?.[0];
  if (call !== undefined) return readCall(text, at + call.length, call.slice(0, -1));
  const found = reference.exec(rest)?.[0];
  if (found !== undefined) return { value: { Get: found }, end: at + found.length };
  return readJson(text, at);
}

function readCall(text: string, start: number, name: string): Read | null {
  const values: Value[] = [];
  let at = start;
  while (text.charAt(at) !== ")") {
    const read = name === "value" ? readJson(text, at) : readOne(text, at);
    if (read === null) return null;
    values.push(read.value);
    at = read.end;
    if (text.charAt(at) === ",") at = text.charAt(at + 1) === " " ? at + 2 : at + 1;
    else if (text.charAt(at) !== ")") return null;
  }
  const value = call(name, values);
  return value === null ? null : { value, end: at + 1 };
}

function call(name: string, values: readonly Value[]): Value | null {
  const [first, second] = values;
  if (first === undefined) return null;
  switch (name) {
    case "join":
      return typeof first === "string" ? { "Std:Join": { On: first, Values: values.slice(1) } } : null;
    case "json":
    case "jsonAt":
      return typeof second === "string" && values.length === 2 ? jsonGetOf(name, first, second) : null;
    case "get":
      return typeof first === "string" && values.length === 1 ? { Get: first } : null;
    default:
      return values.length === 1 ? first : null;
  }
}

/** The JSON value that begins here: up to where its brackets are closed, or to the next delimiter. */
function readJson(text: string, start: number): Read | null {
  const end = jsonEnd(text, start);
  if (end === start) return null;
  const parsed = parseValue(text.slice(start, end));
  return parsed.ok ? { value: parsed.value, end } : null;
}

const string = /"(?:[^"\\]|\\.)*"/y;
const bare = /[-+.A-Za-z0-9]+/y;

function jsonEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "{" || char === "[") {
      depth += 1;
      at += 1;
    } else if (char === "}" || char === "]") {
      depth -= 1;
      at += 1;
    } else {
      const token = char === '"' ? string : bare;
      token.lastIndex = at;
      const found = token.exec(text)?.[0];
      if (found !== undefined) at += found.length;
      else if (depth > 0) at += 1;
      else return start;
    }
    if (depth < 0) return start;
    if (depth === 0) return at;
  }
  return start;
}
