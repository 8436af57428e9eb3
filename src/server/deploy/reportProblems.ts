import type { ReportedProblem } from "../../contract/problem";
import type { ObjectValue } from "../../pipeline/definition/value";

/** The problems of a definition, as the server tells them to the page, which knows the rest. The rules load when they are first asked. */
export async function reportProblems(definition: ObjectValue): Promise<ReportedProblem[]> {
  const { explainProblems } = await import("../../pipeline/reading/explainProblems");
  const problems = await explainProblems(definition);
  return problems.map(({ why: _why, fixes: _fixes, ...told }) => told);
}
