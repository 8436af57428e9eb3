/** Reading a definition from a file, or from stdin where the name is `-`. */
import { readFileSync } from "node:fs";
import { importText, textOf } from "../import";
import { type DefinitionResult, parseValue, type Refusal } from "../pipeline/definition/parse";
import { pipelineNameFrom } from "../pipeline/definition/pipelineName";
import { isObject, type ObjectValue } from "../pipeline/definition/value";
import { UsageError } from "./usageError";

/** Reads and parses. Throws a UsageError for a file that cannot be opened; what is no definition comes back as a refusal. */
export function readDefinition(file: string): DefinitionResult & { readonly text: string } {
  const decoded = textOf(readBytes(file));
  if (!decoded.ok) return { ...decoded, text: "" };
  return { ...importText(decoded.text, file === "-" ? "" : file), text: decoded.text };
}

/** Like `readDefinition`, for commands that can do nothing with other text. */
export function requireDefinition(file: string): { readonly definition: ObjectValue; readonly text: string } {
  const read = readDefinition(file);
  if (read.ok) return { definition: read.value, text: read.text };
  throw refusedFile(file, read.refusal);
}

/** Reads a file that holds one JSON object; a UsageError tells what is wrong with it. */
export function requireObject(file: string, what: string): ObjectValue {
  const decoded = textOf(readBytes(file));
  const parsed = decoded.ok ? parseValue(decoded.text) : decoded;
  if (!parsed.ok) throw refusedFile(file, parsed.refusal);
  if (isObject(parsed.value)) return parsed.value;
  throw new UsageError(`${nameOf(file)}:1:1: ${what} must be one JSON object.`);
}

function refusedFile(file: string, { line, column, message }: Refusal): UsageError {
  return new UsageError(`${nameOf(file)}:${line}:${column}: ${message}`);
}

/** What a message calls the file. */
export function nameOf(file: string): string {
  return file === "-" ? "stdin" : file;
}

/** The pipeline goes by the file's name, as it would when it is opened. */
export function pipelineNameOf(file: string): string {
  const base = file.split(/[\\/]/).at(-1) ?? "";
  return pipelineNameFrom(file === "-" ? "" : base);
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
