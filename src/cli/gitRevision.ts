import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { UsageError } from "./usageError";

/** What git names where a file is on one side alone. */
export const nothingFile = "/dev/null";

/** One more byte than `importFile` takes, so that it says what is too large. */
const mostBytes = 64 * 1024 * 1024;

export interface GitRevision {
  readonly revision: string;
  readonly path: string;
}

/** `main:pipelines/churn.json` as git takes it; null for what is a file of that name, or is not so written. */
export function gitRevisionIn(file: string): GitRevision | null {
  const at = file.indexOf(":");
  // One letter is a drive of Windows.
  if (at < 2 || at === file.length - 1 || file.startsWith("-") || existsSync(file)) return null;
  return { revision: file.slice(0, at), path: file.slice(at + 1) };
}

/** The bytes of a file as a revision has it, without any filter or textconv. Throws a UsageError with what git said. */
export function readRevision({ revision, path }: GitRevision): Uint8Array {
  const git = spawnSync("git", ["cat-file", "blob", `${revision}:${path}`], { maxBuffer: mostBytes });
  const name = `${revision}:${path}`;
  if (git.error !== undefined) {
    const why = (git.error as NodeJS.ErrnoException).code === "ENOENT" ? "git is not installed" : git.error.message;
    throw new UsageError(`${name} cannot be read: ${why}.`);
  }
  if (git.status === 0) return git.stdout;
  const said = git.stderr.toString().trim().split("\n")[0] ?? "";
  throw new UsageError(`${name} cannot be read from git: ${said.replace(/^fatal: /, "")}`);
}
