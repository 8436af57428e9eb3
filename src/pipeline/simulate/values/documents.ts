import type { Path } from "../../definition/path";
import { get, isList, type Value } from "../../definition/value";
import { readExpression } from "../../references/read";

/** A JSON file that `Std:JsonGet` reads, as an output of the step that writes it. */
export interface DocumentLocation {
  readonly step: string;
  /** Where the step's outputs hold the document: `PropertyFiles.Report`, or the file's name for one that is read by its S3 URI. */
  readonly output: Path;
  readonly file: string;
}

/**
 * The document that the body of a `Std:JsonGet` reads; null when it names none.
 * Its S3 form is a Join of a step's output path and the file's name (a `@step` function's result).
 */
export function documentOf(source: Value): DocumentLocation | null {
  const propertyFile = readExpression(get(source, "PropertyFile"));
  if (propertyFile !== null) return propertyFile.kind === "get" ? ofPropertyFile(propertyFile.reference) : null;
  const uri = readExpression(get(source, "S3Uri"));
  if (uri === null || uri.kind !== "join") return null;
  const step = uri.values.map(stepOf).find((name) => name !== null);
  const last = uri.values.at(-1);
  const file = typeof last === "string" ? (last.split("/").at(-1) ?? "") : "";
  return step === undefined || step === null || file === "" ? null : { step, output: [file], file };
}

function ofPropertyFile(reference: { kind: string; step?: string; segments?: Path }): DocumentLocation | null {
  const { step, segments } = reference;
  if (reference.kind !== "step" || step === undefined || segments === undefined) return null;
  const file = segments[1];
  if (segments[0] !== "PropertyFiles" || typeof file !== "string" || segments.length !== 2) return null;
  return { step, output: segments, file };
}

function stepOf(value: Value): string | null {
  if (isList(value)) return null;
  const expression = readExpression(value);
  return expression?.kind === "get" && expression.reference.kind === "step" ? expression.reference.step : null;
}
