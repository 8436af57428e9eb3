import type { ReportedProblem } from "../contract/problem";
import { type FoundDefinition, namesOf } from "../import";
import { lineAndColumnIn } from "../import/lineAndColumn";
import type { Refusal } from "../pipeline/definition/parse";
import { parsePath } from "../pipeline/definition/path";
import { listSteps } from "../pipeline/graph/stepTree";
import { type ExplainedProblem, explainProblems } from "../server/deploy/reportProblems";
import { nameOf, readDefinitions } from "./definitionFile";
import { type Colour, count, type ExitCode, exit, paint, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

interface FileProblem extends ExplainedProblem {
  readonly file: string;
  /** Which pipeline it is of, where the file holds several. */
  readonly pipeline?: string;
  /** Where the value stands in the file. */
  readonly line: number;
  readonly column: number;
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
      problems.push(...(await problemsOf(file, terminal)));
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown;
      terminal.err(`stepwire: ${thrown.message}\n`);
      unopened = true;
    }
  }
  terminal.out(
    options.json ? `${JSON.stringify(problems.map(asJson), null, 2)}\n` : report(files.length, problems, terminal),
  );
  if (unopened) return exit.usage;
  return problems.some(({ severity }) => severity === "error") ? exit.problems : exit.fine;
}

async function problemsOf(file: string, terminal: Terminal): Promise<readonly FileProblem[]> {
  const read = await readDefinitions(file, terminal);
  if (!read.ok) return [{ file, ...(await problemOf(read.refusal)) }];
  const names = namesOf(read.found);
  const problems = read.found.map(async (found, index) => {
    const isOneOfSeveral = read.found.some((other) => other !== found && other.file === found.file);
    const pipeline = isOneOfSeveral ? names[index] : undefined;
    const path = found.file === null ? file : `${file.replace(/\/$/, "")}/${found.file}`;
    const named = pipeline === undefined ? { file: path } : { file: path, pipeline };
    return (await problemsIn(found)).map((problem) => ({ ...named, ...problem }));
  });
  return (await Promise.all(problems)).flat();
}

type ProblemInFile = Omit<FileProblem, "file" | "pipeline">;

async function problemsIn(found: FoundDefinition): Promise<readonly ProblemInFile[]> {
  const { result } = found;
  if (!result.ok) return [await problemOf(result.refusal)];
  const problems = await explainProblems(result.value);
  if (problems.length === 0) return [];
  const positionOf = lineAndColumnIn(found);
  const steps = new Map(listSteps(result.value).map(({ name, path }) => [name, path]));
  return problems.map((problem) => {
    const around = problem.step === null ? [] : (steps.get(problem.step) ?? []);
    return { ...problem, ...positionOf([...around, ...(parsePath(problem.path) ?? [])]) };
  });
}

async function problemOf(refusal: Refusal): Promise<ProblemInFile> {
  const { problemOfRefusal, reportedProblem } = await import("../pipeline/problems");
  const { line, column } = refusal;
  const problem = problemOfRefusal(refusal);
  return { ...reportedProblem(problem), why: problem.why, fixes: [], line, column };
}

/** The keys in an order that a person reads. */
function asJson({ file, pipeline, code, severity, step, path, message, why, fixes, line, column }: FileProblem) {
  const named = pipeline === undefined ? { file } : { file, pipeline };
  return { ...named, code, severity, step, path, message, why, fixes, line, column };
}

const colours: Readonly<Record<ReportedProblem["severity"], Colour>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
};

function report(checked: number, problems: readonly FileProblem[], terminal: Terminal): string {
  const lines: string[] = [];
  for (const file of new Set(problems.map((problem) => problem.file))) {
    const mine = problems.filter((problem) => problem.file === file);
    for (const pipeline of new Set(mine.map((problem) => problem.pipeline))) {
      const title = pipeline === undefined ? nameOf(file) : `${nameOf(file)} · ${pipeline}`;
      lines.push(paint(terminal, "bold", title));
      for (const problem of mine) if (problem.pipeline === pipeline) lines.push(...inWords(problem, terminal));
      lines.push("");
    }
  }
  const numberOf = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const told =
    problems.length === 0
      ? "No problems"
      : `${count(numberOf("error"), "error")}, ${count(numberOf("warning"), "warning")}`;
  const infos = numberOf("info") > 0 ? `, ${numberOf("info")} info` : "";
  return `${[...lines, `${told}${infos} in ${count(checked, "file")}.`].join("\n")}\n`;
}

function inWords({ severity, code, step, path, message, line, column }: FileProblem, terminal: Terminal): string[] {
  const place = [`${line}:${column}`, step, path].filter((part) => part !== null && part !== "").join(" · ");
  return [
    `  ${paint(terminal, colours[severity], severity.padEnd(7))}  ${message}  ${paint(terminal, "dim", code)}`,
    `           ${paint(terminal, "dim", place)}`,
  ];
}
