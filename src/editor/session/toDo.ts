/** What is not filled in yet of the steps that were added here: to do, and no fault until the person was there or asks. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import { type Path, printPath, startsWith } from "../../pipeline/definition/path";
import type { Problem, Severity } from "../../pipeline/problems/problem";
import { oncePerObject } from "../../pipeline/remember";
import { keyCarrier } from "./keyCarrier";

/** The fields that were visited of each new step, by the step's key; a step that is checked is none any more. */
export type NewSteps = ReadonlyMap<string, readonly Path[]>;

export const noNewSteps: NewSteps = new Map();

/** A problem as the editor shows it; `toDo` for what the person has not come to yet: it counts as a hint. */
export interface ShownProblem extends Problem {
  readonly toDo?: true;
}

/** How bad a problem is shown to be. */
export type Grade = Severity | "toDo";

export function gradeOf({ severity, toDo }: ShownProblem): Grade {
  return toDo === true ? "toDo" : severity;
}

/** The rules that speak of a step that is only begun. */
const begunCodes: ReadonlySet<string> = new Set([
  "required-missing",
  "no-image",
  "condition-empty",
  "for-each-body",
  "for-each-items",
  "step-not-connected",
]);

/** The problems as they are shown while there are new steps: what is to do of these stands last, as hints do. */
export const shownProblems = oncePerObject(
  (problems: readonly Problem[], newSteps: NewSteps): readonly ShownProblem[] => {
    if (newSteps.size === 0) return problems;
    const found: ShownProblem[] = [];
    const toDo: ShownProblem[] = [];
    for (const problem of problems) {
      if (isToDo(problem, newSteps)) toDo.push(asToDo(problem));
      else found.push(problem);
    }
    return toDo.length === 0 ? problems : [...found, ...toDo];
  },
);

function isToDo({ code, step, at }: Problem, newSteps: NewSteps): boolean {
  const visited = step === null || !begunCodes.has(code) ? undefined : newSteps.get(step);
  return visited !== undefined && !visited.some((path) => startsWith(path, at));
}

/** The same object for the same problem: a row of the list is drawn once. */
const asToDo = oncePerObject(({ code, step, at, message, why, fixes }: Problem): ShownProblem => {
  const shown: ShownProblem = { code, step, at, message, why, severity: "info", toDo: true };
  return fixes === undefined ? shown : { ...shown, fixes };
});

/** A field of a new step was left: what is missing there is a fault from now on. */
export function visited(newSteps: NewSteps, step: string, path: Path): NewSteps {
  const before = newSteps.get(step);
  if (before === undefined || before.some((other) => printPath(other) === printPath(path))) return newSteps;
  return new Map(newSteps).set(step, [...before, path]);
}

/** The same steps after an edit: a renamed one stays new. One that is gone may come back by an undo. */
export function carryNewSteps(newSteps: NewSteps, before: PipelineDocument, after: PipelineDocument): NewSteps {
  if (newSteps.size === 0 || before.definition === after.definition) return newSteps;
  const carried = keyCarrier(before, after);
  const kept = [...newSteps].map(([key, paths]) => [carried(key) ?? key, paths] as const);
  return kept.every(([key]) => newSteps.has(key)) ? newSteps : new Map(kept);
}
