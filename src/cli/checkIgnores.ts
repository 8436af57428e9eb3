import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { z } from "zod";
import { sideFileOf } from "../pipeline/definition/sideFile";
import { type Config, type Ignore, ignoreSchema, issuesInWords } from "./checkConfig";
import type { Checked } from "./checkFile";
import { globPattern } from "./glob";
import type { FileProblem, Ignored } from "./report/report";
import type { Terminal } from "./terminal";
import { UsageError } from "./usageError";

/** The problems of files as they are to be told: with the severities of the configuration, and without what is ignored there or beside a file. */
export function applyIgnores({ files, problems }: Checked, config: Config, terminal: Terminal) {
  const beside = new Map(files.map((file) => [file, ignoresBeside(file)]));
  const used = new Set<Ignore>();
  const kept: FileProblem[] = [];
  const ignored: Ignored[] = [];
  for (const found of problems) {
    const problem = { ...found, severity: config.severities[found.code] ?? found.severity };
    const own = beside.get(problem.file) ?? [];
    const ignore = own.find((one) => fits(one, problem)) ?? config.ignores.find((one) => isFor(one, config, problem));
    if (ignore === undefined) kept.push(problem);
    else {
      used.add(ignore);
      ignored.push({ ...problem, reason: ignore.reason });
    }
  }
  for (const [file, ignores] of beside)
    for (const ignore of ignores)
      if (!used.has(ignore))
        terminal.err(`${sideFileOf(file)}: nothing is left of ${ignore.rule} to ignore; remove it.\n`);
  return { problems: kept, ignored };
}

function fits({ rule, step, path }: Ignore, problem: FileProblem): boolean {
  return (
    rule === problem.code &&
    (step === undefined || step === problem.step) &&
    (path === undefined || path === problem.path)
  );
}

function isFor(ignore: Config["ignores"][number], { file }: Config, problem: FileProblem): boolean {
  if (!fits(ignore, problem)) return false;
  if (ignore.files === undefined) return true;
  const path = relative(dirname(resolve(file ?? ".")), resolve(problem.file)).replaceAll("\\", "/");
  return ignore.files.some((pattern) => globPattern(pattern).test(path));
}

const besideSchema = z.looseObject({ ignores: z.array(ignoreSchema).default([]) });

function ignoresBeside(file: string): readonly Ignore[] {
  const side = sideFileOf(file);
  if (file === "-" || !existsSync(side)) return [];
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(side, "utf8"));
  } catch (thrown) {
    throw new UsageError(`${side} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const read = besideSchema.safeParse(value);
  if (!read.success) throw new UsageError(`${side}: ${issuesInWords(read.error)}`);
  return read.data.ignores;
}
