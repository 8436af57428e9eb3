import { samePath } from "../definition/path";
import { keepSame } from "../remember";
import { LateProblem } from "./lateProblem";
import type { Problem } from "./problem";

/**
 * Problems that say the same as before are the same objects again, so that who shows them rests: one by one, and the list where all are.
 */
export function keepProblems(before: readonly Problem[] | undefined, now: readonly Problem[]): readonly Problem[] {
  if (before === undefined || before.length === 0 || now.length === 0) return keepSame(before, now);
  const byMessage = new Map(before.filter((one) => !(one instanceof LateProblem)).map((one) => [one.message, one]));
  const same = (problem: Problem): Problem => {
    if (problem instanceof LateProblem) return problem;
    const old = byMessage.get(problem.message);
    return old !== undefined && saysTheSame(old, problem) ? old : problem;
  };
  return keepSame(before, now.map(same));
}

/** A cure may hold more than its label tells. */
function saysTheSame(left: Problem, right: Problem): boolean {
  return (
    left.code === right.code &&
    left.message === right.message &&
    left.step === right.step &&
    left.severity === right.severity &&
    (left.fixes ?? []).length === 0 &&
    (right.fixes ?? []).length === 0 &&
    samePath(left.at, right.at)
  );
}
