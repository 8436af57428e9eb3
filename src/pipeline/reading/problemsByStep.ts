import type { Problem } from "../problems/problem";
import { oncePerObject } from "../remember";

/** The problems of each step that has some, by its key. Remembered by the list. */
export const problemsByStep = oncePerObject((problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> => {
  const byStep = new Map<string, Problem[]>();
  for (const problem of problems) {
    for (const step of problem.steps ?? [problem.step]) {
      if (step === null) continue;
      const list = byStep.get(step);
      if (list === undefined) byStep.set(step, [problem]);
      else list.push(problem);
    }
  }
  return byStep;
});
