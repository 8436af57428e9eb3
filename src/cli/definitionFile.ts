/** Reading a definition from a file, from a revision of git (`REV:PATH`), or from stdin where the name is `-`. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type FoundDefinition,
  type ImportResult,
  importFile,
  importFolder,
  mayHoldDefinition,
  namesOf,
  nameToOpen,
  textOf,
} from "../import";
import { lookup } from "../pipeline/definition/byName";
import { parseValue, type Refusal } from "../pipeline/definition/parse";
import { isObject, type ObjectValue } from "../pipeline/definition/value";
import { gitRevisionIn, readRevision } from "./gitRevision";
import type { Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** Which of several definitions in a file is meant. */
export interface DefinitionChoice {
  readonly pipeline?: string;
}

export interface OpenedDefinition {
  readonly definition: ObjectValue;
  /** The definition's own text. */
  readonly text: string;
  /** The pipeline's name: its own where the file says it, else the file's, as when it is opened. */
  readonly name: string;
}

/** Finds and reads the definitions of a file, and says where it took them out of something else. Throws a UsageError for one that cannot be opened. */
export async function readDefinitions(file: string, terminal: Terminal): Promise<ImportResult> {
  const read = await importPath(file);
  if (read.ok) for (const found of read.found) sayTaken(file, found, terminal);
  return read;
}

async function importPath(path: string): Promise<ImportResult> {
  if (path === "-" || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    return importFile(readBytes(path), path === "-" ? "" : path);
  const paths = filesIn(path, "").slice(0, mostFiles + 1);
  return importFolder(paths.map((inside) => ({ path: inside, bytes: readBytes(join(path, inside)) })));
}

/** One more than this and `importFolder` says that they are too many. */
const mostFiles = 200;

function filesIn(root: string, below: string): readonly string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return mayHoldDefinition(`${path}/a.json`) ? filesIn(root, path) : [];
    return entry.isFile() && mayHoldDefinition(path) ? [path] : [];
  });
}

function sayTaken(file: string, { taken }: FoundDefinition, terminal: Terminal): void {
  if (taken !== null) terminal.err(`${nameOf(file)}: ${taken.label}; read ${taken.what}\n`);
}

/** The one definition that is meant, for commands that can do nothing with other text. */
export async function requireDefinition(
  file: string,
  { pipeline }: DefinitionChoice,
  terminal: Terminal,
): Promise<OpenedDefinition> {
  const read = await importPath(file);
  if (!read.ok) throw refusedFile(file, read.refusal);
  const chosen = choose(file, read.found, pipeline);
  sayTaken(file, chosen, terminal);
  if (!chosen.result.ok) throw refusedFile(file, chosen.result.refusal);
  const base = file === "-" ? "" : (file.split(/[\\/]/).at(-1) ?? "");
  return { definition: chosen.result.value, text: chosen.json.text, name: nameToOpen(chosen, base) };
}

function choose(file: string, found: readonly FoundDefinition[], pipeline: string | undefined): FoundDefinition {
  const names = namesOf(found);
  const [first, ...more] = found;
  if (pipeline === undefined && first !== undefined && more.length === 0) return first;
  const chosen = pipeline === undefined ? undefined : found[names.indexOf(pipeline)];
  if (chosen !== undefined) return chosen;
  const holds = `${nameOf(file)} holds ${found.length === 1 ? "one pipeline" : `${found.length} pipelines`}: ${names.join(", ")}.`;
  throw new UsageError(
    pipeline === undefined ? `${holds} Choose one by --pipeline NAME.` : `${holds} None is called ${pipeline}.`,
  );
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

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** The bytes of a file, also of one as a revision of git has it (`REV:PATH`). Throws a UsageError where it cannot be opened. */
export function readBytes(file: string): Uint8Array {
  const inGit = gitRevisionIn(file);
  if (inGit !== null) return readRevision(inGit);
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new UsageError(`${nameOf(file)} cannot be opened: ${lookup(reasons, code ?? "") ?? message}.`);
  }
}
