import type { Graph } from "../graph/deriveGraph";
import type { Problem, Severity } from "../problems/problem";

const severities: readonly Severity[] = ["error", "warning", "info"];

/** So many of one kind are told; of the others, how many they are. */
const mostOfAKind = 100;

/** Errors first, then in the order of the steps; what is tied to no step stands before them. Of each kind the first ones. */
export function sortProblems(
  ofSteps: readonly (readonly Problem[])[],
  ofWhole: readonly Problem[],
  { keys }: Graph,
): readonly Problem[] {
  const problems = inOrder(ofSteps, ofWhole, keys);
  if (problems.length === 0) return problems;
  return severities.flatMap((severity) => firstOfEachCode(problems.filter((problem) => problem.severity === severity)));
}

/** In the order of the steps. Most stand in it already: each with its step, and of the whole definition what is tied to none. */
function inOrder(
  ofSteps: readonly (readonly Problem[])[],
  ofWhole: readonly Problem[],
  keys: readonly string[],
): readonly Problem[] {
  const problems = ofWhole.filter(({ step }) => step === null);
  let isInOrder = problems.length === ofWhole.length;
  for (let i = 0; i < ofSteps.length; i++) {
    for (const problem of ofSteps[i] as readonly Problem[]) {
      problems.push(problem);
      isInOrder &&= problem.step === keys[i];
    }
  }
  if (isInOrder) return problems;
  problems.push(...ofWhole.filter(({ step }) => step !== null));
  const order = new Map(keys.map((key, index) => [key, index]));
  const position = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  return problems.sort((left, right) => position(left) - position(right));
}

function firstOfEachCode(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < mostOfAKind) return problems;
  const all = new Map<string, number>();
  for (const { code } of problems) all.set(code, (all.get(code) ?? 0) + 1);
  const counted = new Map<string, number>();
  const told: Problem[] = [];
  for (const problem of problems) {
    const count = (counted.get(problem.code) ?? 0) + 1;
    counted.set(problem.code, count);
    if (count > mostOfAKind) continue;
    told.push(problem);
    const others = (all.get(problem.code) ?? 0) - mostOfAKind;
    if (count === mostOfAKind && others > 0) told.push(theOthers(problem, others));
  }
  return told;
}

const inEnglish = new Intl.NumberFormat("en");

function theOthers({ code, severity, why }: Problem, count: number): Problem {
  const others = count === 1 ? "is 1 more" : `are ${inEnglish.format(count)} more`;
  const message = `There ${others} like the ${mostOfAKind} before. Mend those, and the next are shown.`;
  return { code, severity, why, step: null, at: [], message };
}
