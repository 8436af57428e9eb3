import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Conflict } from "../pipeline/compare/mergeDefinitions";
import { mergeTexts } from "../pipeline/compare/mergeTexts";
import { shown } from "../pipeline/compare/shown";
import { plainText } from "../pipeline/definition/plainText";
import { serialise } from "../pipeline/definition/serialise";
import type { Value } from "../pipeline/definition/value";
import { readBytes } from "./definitionFile";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

/**
 * `stepwire merge BASE OURS THEIRS [PATH]`: git's merge driver (`%O %A %B %P`). The result stands in OURS. What both have changed
 * differently is marked as git marks it, and nothing else is; exit 1 then, so that git asks for it. What is no definition is merged by lines.
 */
export async function merge(
  files: { readonly base: string; readonly ours: string; readonly theirs: string; readonly path?: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  const { base, ours, theirs, path = ours } = files;
  const texts = [base, ours, theirs].map((file) => textOf(readBytes(file)));
  const [before, mine, other] = texts;
  const isText = before != null && mine != null && other != null;
  const merged = isText ? mergeTexts(before, mine, other) : null;
  if (merged === null) {
    terminal.err(`stepwire: ${path} is no definition on each side; it is merged by lines.\n`);
    const { status, text } = mergeLines(ours, base, theirs);
    writeFileSync(ours, text);
    return status;
  }
  for (const conflict of merged.conflicts) terminal.err(`stepwire: ${path}: ${conflictInWords(conflict)}\n`);
  if (merged.conflicts.length === 0) {
    writeFileSync(ours, merged.ours);
    return exit.fine;
  }
  writeFileSync(ours, marked(merged, base));
  return exit.problems;
}

/** Null for what is no UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Both texts in one, where they differ between git's marks: all else has been merged in both already. */
function marked({ ours, theirs }: { readonly ours: string; readonly theirs: string }, base: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "stepwire-merge-"));
  try {
    const [mine, other] = [join(folder, "ours"), join(folder, "theirs")];
    writeFileSync(mine, ours);
    writeFileSync(other, theirs);
    return mergeLines(mine, base, other).text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mergeLines(ours: string, base: string, theirs: string): { readonly status: ExitCode; readonly text: Buffer } {
  const names = ["-L", "ours", "-L", "base", "-L", "theirs"];
  const git = spawnSync("git", ["merge-file", "-p", ...names, "--", ours, base, theirs], { maxBuffer: mostBytes });
  // Git gives the number of conflicts, and 255 where it cannot merge at all.
  if (git.error !== undefined || git.status === null || git.status > 127) {
    const said = git.error?.message ?? git.stderr.toString().trim();
    throw new UsageError(`${ours} cannot be merged by git: ${said}.`);
  }
  return { status: git.status === 0 ? exit.fine : exit.problems, text: git.stdout };
}

const mostBytes = 64 * 1024 * 1024;

function conflictInWords({ step, field, ours, theirs }: Conflict): string {
  const told = (value: Value | undefined) => (value === undefined ? "not there" : shown(serialise(value)));
  const where = [step, field].filter((part) => part !== null && part !== "").join(" ") || "the whole definition";
  return `both changed ${plainText(where)}: ${told(ours)} here, ${told(theirs)} there.`;
}
