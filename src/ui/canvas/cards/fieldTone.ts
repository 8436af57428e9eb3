import type { ShownProblem } from "../../../editor/session/toDo";
import { printPath } from "../../../pipeline/definition/path";

/** What a field's port says of the problems in the field. */
export function fieldTone(problems: readonly ShownProblem[], printed: string): "plain" | "warning" | "error" {
  let tone: "plain" | "warning" | "error" = "plain";
  for (const { at, severity } of problems) {
    if (printPath(at) !== printed && !printPath(at).startsWith(`${printed}.`)) continue;
    if (severity === "error") return "error";
    if (severity === "warning") tone = "warning";
  }
  return tone;
}
