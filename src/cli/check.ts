import type { ReportedProblem } from "../contract/problem";
import { reportProblems } from "../server/deploy/reportProblems";
import { nameOf, readDefinition } from "./definitionFile";
import { type Colour, count, type ExitCode, exit, paint, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

interface FileProblem extends ReportedProblem {
  readonly file: string;
}

/** `stepwire check FILE… [--json]`: the problems that the editor shows, for scripts and CI. */
export async function check(
  files: readonly string[],
  options: { json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const problems: FileProblem[] = [];
  let unopened = false;
  for (const file of files) {
    try {
      problems.push(...(await problemsOf(file)).map((problem) => ({ file, ...problem })));
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown;
      terminal.err(`stepwire: ${thrown.message}\n`);
      unopened = true;
    }
  }
  terminal.out(options.json ? `${JSON.stringify(problems.map(asJson), null, 2)}\n` : report(files, problems, terminal));
  if (unopened) return exit.usage;
  return problems.some(({ severity }) => severity === "error") ? exit.problems : exit.fine;
}

async function problemsOf(file: string): Promise<readonly ReportedProblem[]> {
  const read = readDefinition(file);
  if (read.ok) return reportProblems(read.value);
  const { problemOfRefusal, reportedProblem } = await import("../pipeline/problems");
  return [reportedProblem(problemOfRefusal(read.refusal))];
}

function asJson({ file, code, severity, step, path, message }: FileProblem): FileProblem {
  return { file, code, severity, step, path, message };
}

const colours: Readonly<Record<ReportedProblem["severity"], Colour>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
};

function report(files: readonly string[], problems: readonly FileProblem[], terminal: Terminal): string {
  const lines: string[] = [];
  for (const file of files) {
    const mine = problems.filter((problem) => problem.file === file);
    if (mine.length === 0) continue;
    lines.push(paint(terminal, "bold", nameOf(file)));
    for (const { severity, code, step, path, message } of mine) {
      const where = [step, path].filter((part) => part !== null && part !== "").join(" · ");
      lines.push(
        `  ${paint(terminal, colours[severity], severity.padEnd(7))}  ${message}  ${paint(terminal, "dim", code)}`,
      );
      if (where !== "") lines.push(`           ${paint(terminal, "dim", where)}`);
    }
    lines.push("");
  }
  const numberOf = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const told =
    problems.length === 0
      ? "No problems"
      : `${count(numberOf("error"), "error")}, ${count(numberOf("warning"), "warning")}`;
  const infos = numberOf("info") > 0 ? `, ${numberOf("info")} info` : "";
  return `${[...lines, `${told}${infos} in ${count(files.length, "file")}.`].join("\n")}\n`;
}
