import { isWholeHole } from "../definition/holes";
import type { Path } from "../definition/path";
import { getIn, type Value } from "../definition/value";
import type { Graph } from "../graph/deriveGraph";
import type { Problem } from "../problems/problem";

/** What is said of a value for being of the wrong kind. */
const ofKind = new Set([
  "kind-mismatch",
  "steps-malformed",
  "parameters-malformed",
  "condition-malformed",
  "for-each-items",
  "for-each-concurrency",
  "for-each-body",
]);

/** What is said of something for being read or waited for by nothing. */
const ofLoneliness = new Set(["parameter-unused", "output-unused", "step-not-connected"]);

/**
 * Leaves out what cannot be known of a template: that a value which is nothing but a hole (`${local.arguments}`, as Terraform's code has
 * it) is of the wrong kind, and what is said of what lies in it. Where a hole stands for a list or an object, what is in there may read
 * all else.
 */
export function withoutUnderHoles(problems: readonly Problem[], definition: Value, graph: Graph): readonly Problem[] {
  const kept = problems.filter((problem) => {
    const root = problem.step === null ? definition : graph.byKey.get(problem.step)?.step;
    return !isUnderHole(root, problem.at, ofKind.has(problem.code));
  });
  if (kept.length === problems.length) return problems;
  return kept.filter(({ code }) => !ofLoneliness.has(code));
}

function isUnderHole(root: Value | undefined, at: Path, itself: boolean): boolean {
  let value = root;
  for (const segment of at) {
    if (typeof value === "string") return isWholeHole(value);
    value = getIn(value, [segment]);
  }
  return itself && typeof value === "string" && isWholeHole(value);
}
