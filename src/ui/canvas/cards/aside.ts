import type { StepRun } from "../../../editor/session/editorState";
import type { ShownProblem } from "../../../editor/session/toDo";
import type { nameRoom } from "../../../pipeline/layout/cardShape";
import { spanWords } from "../../kit/durationWords";

/** What stands beside a step's name: its run's status, or how many problems it has. */
export function asideOf(run: StepRun | undefined, problems: readonly ShownProblem[]): Parameters<typeof nameRoom>[1] {
  if (run === undefined || run.simulated === true) return toldOf(problems) === null ? "nothing" : "count";
  return run.outcome === undefined ? "status" : "outcome";
}

/** The problems that a card counts, the first of them, and how they look: where nothing is wrong, what is to do. */
export function toldOf(problems: readonly ShownProblem[]) {
  const serious = problems.filter(({ severity }) => severity !== "info");
  const told = serious.length > 0 ? serious : problems.filter(({ toDo }) => toDo);
  const [first] = told;
  if (first === undefined) return null;
  const isError = told.some(({ severity }) => severity === "error");
  const tone: "to-do" | "error" | "warning" = first.toDo ? "to-do" : isError ? "error" : "warning";
  return { told, first, tone };
}

/** What is told of a run beside its status: how long it took, how often it was tried, whether an earlier result was taken. */
export function runFacts(
  { started, ended, attempts, reused, beside, simulated }: StepRun,
  now: number | null,
): string | null {
  if (simulated === true) return null;
  const until = ended ?? now;
  const took = started === undefined || until === null ? "" : spanWords(until - started);
  const facts = [took, attempts === undefined ? "" : `${attempts} attempts`, reused === true ? "reused" : ""];
  if (beside !== undefined) facts.push(`other: ${beside}`);
  return facts.filter((fact) => fact !== "").join(" · ") || null;
}

/** A run's status in words. */
export function statusInWords({ status, outcome }: StepRun): string {
  if (status === "NotRun") return "Not run";
  return outcome === undefined ? status : `${status}: ${outcome}`;
}
