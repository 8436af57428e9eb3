import { spawnSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { compareProblems } from "../pipeline/compare/compareProblems";
import { type Checked, checkFile } from "./checkFile";
import { readRevision } from "./gitRevision";
import type { Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** A revision as git knows it. Throws a UsageError where it knows none. */
export function requireRevision(revision: string): string {
  const git = spawnSync("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (git.status === 0) return git.stdout.toString().trim();
  throw new UsageError(`Git knows no revision ${revision} here. In a shallow clone, fetch it first.`);
}

/** Of what was found those problems that a revision does not have. A file that is not in it is new, and so are all of its problems. */
export async function onlyNew(checked: Checked, revision: string, terminal: Terminal): Promise<Checked> {
  const problems = await Promise.all(
    checked.files.map(async (file) => {
      const mine = checked.problems.filter((problem) => problem.file === file);
      return compareProblems(await problemsBefore(file, revision, terminal), mine).new;
    }),
  );
  return { files: checked.files, problems: problems.flat() };
}

async function problemsBefore(file: string, revision: string, terminal: Terminal): Promise<Checked["problems"]> {
  if (file === "-") return [];
  const path = `./${relative(process.cwd(), resolve(file)).replaceAll("\\", "/")}`;
  try {
    readRevision({ revision, path });
  } catch (thrown) {
    if (thrown instanceof UsageError) return [];
    throw thrown;
  }
  return (await checkFile(`${revision}:${path}`, { ...terminal, err: () => {} })).problems;
}
