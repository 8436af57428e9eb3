import { type FoundDefinition, namesOf } from "../import";
import { lineAndColumnIn } from "../import/lineAndColumn";
import type { Refusal } from "../pipeline/definition/parse";
import { parsePath } from "../pipeline/definition/path";
import { listSteps } from "../pipeline/graph/stepTree";
import { explainProblems } from "../pipeline/reading/explainProblems";
import { readDefinitions } from "./definitionFile";
import type { FileProblem } from "./report/report";
import type { Terminal } from "./terminal";

/** What was looked at, and what is wrong there. */
export interface Checked {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** The problems of a file, or of the files of a folder. Throws a UsageError for one that cannot be opened. */
export async function checkFile(file: string, terminal: Terminal): Promise<Checked> {
  const read = await readDefinitions(file, terminal);
  if (!read.ok) return { files: [file], problems: [{ file, ...(await problemOf(read.refusal)) }] };
  const names = namesOf(read.found);
  const pathOf = (found: FoundDefinition) => (found.file === null ? file : `${file.replace(/\/$/, "")}/${found.file}`);
  const problems = read.found.map(async (found, index) => {
    const isOneOfSeveral = read.found.some((other) => other !== found && other.file === found.file);
    const pipeline = isOneOfSeveral ? names[index] : undefined;
    const named = pipeline === undefined ? { file: pathOf(found) } : { file: pathOf(found), pipeline };
    return (await problemsIn(found)).map((problem) => ({ ...named, ...problem }));
  });
  return { files: [...new Set(read.found.map(pathOf))], problems: (await Promise.all(problems)).flat() };
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
