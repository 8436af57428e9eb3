import type { Graph } from "../graph/deriveGraph";
import type { Problem, Severity } from "../problems/problem";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then in the order of the steps; what is tied to no step stands before them. */
export function sortProblems(
  ofSteps: readonly (readonly Problem[])[],
  ofWhole: readonly Problem[],
  { keys }: Graph,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const list of ofSteps) if (list.length > 0) problems.push(...list);
  problems.push(...ofWhole);
  if (problems.length === 0) return problems;
  const order = new Map<string, number>();
  for (const { step } of problems) if (step !== null) order.set(step, 0);
  for (let i = 0; i < keys.length; i++) if (order.has(keys[i] as string)) order.set(keys[i] as string, i);
  const position = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  return problems.sort((left, right) => rank[left.severity] - rank[right.severity] || position(left) - position(right));
}
