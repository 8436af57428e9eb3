import type { Graph } from "../graph/deriveGraph";
import type { Problem, Severity } from "../problems/problem";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** So many of one kind are told; of the others, how many they are. */
const mostOfAKind = 100;

/** Errors first, then in the order of the steps; what is tied to no step stands before them. Of each kind the first ones. */
export function sortProblems(
  ofSteps: readonly (readonly Problem[])[],
  ofWhole: readonly Problem[],
  { keys }: Graph,
): readonly Problem[] {
  const problems = [...ofSteps, ofWhole].flat();
  if (problems.length === 0) return problems;
  const order = new Map<string, number>();
  for (const { step } of problems) if (step !== null) order.set(step, 0);
  for (let i = 0; i < keys.length; i++) if (order.has(keys[i] as string)) order.set(keys[i] as string, i);
  const position = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  problems.sort((left, right) => rank[left.severity] - rank[right.severity] || position(left) - position(right));
  return firstOfEachKind(problems);
}

function firstOfEachKind(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < mostOfAKind) return problems;
  const all = new Map<string, number>();
  for (const problem of problems) {
    const kind = kindOf(problem);
    all.set(kind, (all.get(kind) ?? 0) + 1);
  }
  const counted = new Map<string, number>();
  return problems.flatMap((problem) => {
    const kind = kindOf(problem);
    const count = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, count);
    if (count > mostOfAKind) return [];
    const others = (all.get(kind) ?? 0) - mostOfAKind;
    return count === mostOfAKind && others > 0 ? [problem, theOthers(problem, others)] : [problem];
  });
}

function kindOf({ code, severity }: Problem): string {
  return `${severity} ${code}`;
}

function theOthers({ code, severity, why }: Problem, count: number): Problem {
  const others = count === 1 ? "is 1 more" : `are ${count.toLocaleString("en")} more`;
  const message = `There ${others} like the ${mostOfAKind} before. Mend those, and the next are shown.`;
  return { code, severity, why, step: null, at: [], message };
}
