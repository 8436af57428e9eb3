import { printPath } from "../definition/path";
import type { Problem } from "./problem";

/** A problem as it is told outside: `{code, severity, step, path, message}`. */
export function reportedProblem({ code, severity, step, at, message }: Problem) {
  return { code, severity, step, path: printPath(at), message };
}
