/** Reading a definition from a file, or from stdin where the name is `-`. */
import { readFileSync } from "node:fs";
import { limits, parseDefinition, parseValue, type Refusal } from "../pipeline/definition/parse";
import { isObject, type ObjectValue } from "../pipeline/definition/value";
import { UsageError } from "./usageError";

export type ReadDefinition =
  | { readonly ok: true; readonly definition: ObjectValue; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads and parses. Throws a UsageError for a file that cannot be opened; text that is no definition comes back as a refusal. */
export function readDefinition(file: string): ReadDefinition {
  return readObject(file, parseDefinition, "A pipeline definition is a JSON object.");
}

/** Reads a file that holds one JSON object; a UsageError tells what is wrong with it. */
export function requireObject(file: string, what: string): ObjectValue {
  const read = readObject(file, parseValue, `${what} must be one JSON object.`);
  if (read.ok) return read.definition;
  throw new UsageError(`${nameOf(file)}:${placeOf(read.refusal)}: ${read.refusal.message}`);
}

function readObject(file: string, parse: typeof parseValue, otherwise: string): ReadDefinition {
  const bytes = readBytes(file);
  if (bytes.length > limits.bytes) return refused("too-large", "The file is larger than 4 MiB.");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refused("not-utf8", "The file is not UTF-8 text.");
  }
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  if (!isObject(parsed.value)) return refused("not-a-definition", otherwise);
  return { ok: true, definition: parsed.value, text };
}

/** Like `readDefinition`, for commands that can do nothing with other text. */
export function requireDefinition(file: string): Extract<ReadDefinition, { ok: true }> {
  const read = readDefinition(file);
  if (read.ok) return read;
  throw new UsageError(`${nameOf(file)}:${placeOf(read.refusal)}: ${read.refusal.message}`);
}

export function placeOf({ line, column }: Refusal): string {
  return `${line}:${column}`;
}

/** What a message calls the file. */
export function nameOf(file: string): string {
  return file === "-" ? "stdin" : file;
}

function refused(code: Refusal["code"], message: string): ReadDefinition {
  return { ok: false, refusal: { code, message, line: 1, column: 1, pointer: "" } };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** The bytes of a file. Throws a UsageError where it cannot be opened. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new UsageError(`${nameOf(file)} cannot be opened: ${reasons[code ?? ""] ?? message}.`);
  }
}
