import { type Path, printPath } from "../../pipeline/definition/path";
import type { Choice, StepType } from "../../pipeline/schema/stepType";

/** What excludes each other beside `Arguments` (pipeline-definition 2.0.1). */
const besides: readonly Choice[] = [
  { at: "RetryPolicies[]", members: ["MaxAttempts", "ExpireAfterMin"], required: false },
];

/** The choice between members of the structure at a path; null where none exclude each other. */
export function choiceAt({ choices = [] }: StepType, path: Path): Choice | null {
  const all = path[0] === "Arguments" ? choices : besides;
  if (all.length === 0) return null;
  const pattern = printPath(path).replace(/\[\d+\]/g, "[]");
  return all.find(({ at }) => at === pattern) ?? null;
}
