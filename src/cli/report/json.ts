import type { CheckReport, FileProblem } from "./report";

export function asJson({ problems }: CheckReport): string {
  return `${JSON.stringify(problems.map(inOrder), null, 2)}\n`;
}

/** The keys in an order that a person reads. */
function inOrder({ file, pipeline, code, severity, step, path, message, why, fixes, line, column }: FileProblem) {
  const named = pipeline === undefined ? { file } : { file, pipeline };
  return { ...named, code, severity, step, path, message, why, fixes, line, column };
}
