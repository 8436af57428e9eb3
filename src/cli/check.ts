import { readConfig } from "./checkConfig";
import { checkFile } from "./checkFile";
import { applyIgnores } from "./checkIgnores";
import { writeReport } from "./checkReport";
import { expandFiles } from "./glob";
import type { CheckFormat } from "./report/formats";
import type { FileProblem, Ignored } from "./report/report";
import { onlyNew, requireRevision } from "./since";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

export interface CheckOptions {
  readonly json?: boolean;
  readonly format: CheckFormat;
  readonly config?: string;
  /** A revision of git: what it has already is not told. */
  readonly since?: string;
}

/** `stepwire check FILE… [--format F]`: the problems that the editor shows, for scripts and CI. */
export async function check(args: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const config = await readConfig(options.config);
  const since = options.since === undefined ? null : requireRevision(options.since);
  const files: string[] = [];
  const problems: FileProblem[] = [];
  const ignored: Ignored[] = [];
  let unopened = false;
  for (const file of expandFiles(args)) {
    try {
      const found = await checkFile(file, terminal);
      const checked = since === null ? found : await onlyNew(found, since, terminal);
      files.push(...checked.files);
      const told = applyIgnores(checked, config, terminal);
      problems.push(...told.problems);
      ignored.push(...told.ignored);
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown;
      terminal.err(`stepwire: ${thrown.message}\n`);
      unopened = true;
    }
  }
  terminal.out(await writeReport(options.json ? "json" : options.format, { files, problems, ignored }, terminal));
  if (unopened) return exit.usage;
  return problems.some(({ severity }) => severity === "error") ? exit.problems : exit.fine;
}
