/** The pipelines among the files of a folder, each with how many problems it has. */

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ListedFile } from "../../contract/files";
import { OperationError } from "../../contract/operationError";
import { parseValue } from "../../pipeline/definition/parse";
import { refusalText } from "../../pipeline/definition/refusalText";
import { isSideFile } from "../../pipeline/definition/sideFile";
import { get, isList, isObject, type Value } from "../../pipeline/definition/value";
import type { Check } from "../deploy/check";
import { readText } from "./fileText";
import { fileInside, isOfKind } from "./insideFolder";
import { sweepUnfinished } from "./writeWhole";

/** Folders that tools fill, and those whose names begin with a dot. */
const skipped = /^(\..*|node_modules|site-packages|__pycache__|__MACOSX|venv)$/;
const deepest = 12;
const mostFiles = 2000;

/** The files of a folder in which a pipeline may be, by their paths; side files and what lies behind links to folders left out. */
export function pipelineFiles(root: string) {
  return filesBelow(root, (name) => isOfKind("pipeline", name) && !isSideFile(name));
}

export function codeFiles(root: string) {
  return filesBelow(root, (name) => isOfKind("code", name));
}

function filesBelow(
  root: string,
  isWanted: (name: string) => boolean,
): { readonly paths: readonly string[]; readonly more: boolean } {
  const paths: string[] = [];
  const look = (below: string, depth: number): void => {
    const entries = readdirSync(join(root, below), { withFileTypes: true });
    sweepUnfinished(
      join(root, below),
      entries.map(({ name }) => name),
    );
    for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < deepest && !skipped.test(entry.name)) lookInto(path, depth + 1);
      else if (!entry.isDirectory() && !entry.name.startsWith(".") && isWanted(entry.name)) paths.push(path);
      if (paths.length > mostFiles) return;
    }
  };
  const lookInto = (path: string, depth: number) => {
    try {
      look(path, depth);
    } catch {
      // A folder that may not be read, or has just gone, has no files for us.
    }
  };
  look("", 0);
  return { paths: paths.slice(0, mostFiles), more: paths.length > mostFiles };
}

type Listed = { readonly definition: Value } | { readonly why: string };
/** The definition in a template, or why it is not edited in place; null where there is none in it. */
export type DefinitionIn = (text: string, path: string) => Promise<Listed | null>;

interface Remembered {
  readonly stamp: string;
  readonly listed: ListedFile | null;
}

/** Remembers what was found in a file for as long as the system says that it is the same. */
export class PipelineFiles {
  private readonly known = new Map<string, Remembered>();
  constructor(
    private readonly root: string,
    private readonly definitionIn: DefinitionIn,
  ) {}

  async list(paths: readonly string[], check: Check): Promise<ListedFile[]> {
    const listed: ListedFile[] = [];
    for (const path of paths) {
      const found = await this.look(path, check);
      if (found !== null) listed.push(found);
    }
    for (const path of this.known.keys()) if (!paths.includes(path)) this.known.delete(path);
    return listed;
  }

  private async look(path: string, check: Check): Promise<ListedFile | null> {
    const stamp = stampOf(join(this.root, path));
    const before = this.known.get(path);
    if (before !== undefined && before.stamp === stamp) return before.listed;
    const listed = await this.read(path, check);
    this.known.set(path, { stamp, listed });
    return listed;
  }

  /** Null for a file that holds something else. */
  private async read(path: string, check: Check): Promise<ListedFile | null> {
    const none = { path, steps: 0, errors: 0, warnings: 0, readOnly: false };
    try {
      const read = readText(fileInside(this.root, path), path);
      if (read === null) return null;
      const file = { ...none, readOnly: read.readOnly };
      const found = await this.definitionOf(read.text, path);
      if (found === null) return null;
      if ("why" in found) return { ...file, refused: found.why };
      const steps = get(found.definition, "Steps");
      if (!isObject(found.definition) || !isList(steps)) return null;
      const problems = await check(found.definition);
      const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
      return { ...file, steps: steps.length, errors: count("error"), warnings: count("warning"), refused: null };
    } catch (thrown) {
      if (!(thrown instanceof OperationError)) return null;
      return { ...none, refused: thrown.message };
    }
  }

  private async definitionOf(text: string, path: string): Promise<Listed | null> {
    if (!/\.json$/i.test(path)) return seemsDefinition(text) ? this.definitionIn(text, path) : null;
    const parsed = parseValue(text);
    if (parsed.ok) return { definition: parsed.value };
    return seemsDefinition(text) ? { why: refusalText(parsed.refusal) } : null;
  }
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? "" : [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(" ");
}

function seemsDefinition(text: string): boolean {
  return text.includes("2020-12-01") || /"Steps"\s*:/.test(text);
}
