import { differ } from "../../pipeline/compare/changes";
import { countsInWords, many } from "../../pipeline/compare/words";
import type { Comparison } from "./comparison";

/** "1 step changed, 2 added; 1 parameter added; 1 new problem" */
export function comparisonInWords({ changes, problems }: Comparison): string {
  if (!differ(changes)) return "No differences";
  const parts = [
    countsInWords(changes.steps, "step"),
    countsInWords(changes.parameters, "parameter"),
    changes.order === null ? "" : "the order of the steps changed",
    changes.definition.length === 0 ? "" : "the rest of the definition changed",
    many(problems.new.length, "new problem"),
    problems.gone.length === 0 ? "" : `${many(problems.gone.length, "problem")} gone`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}
