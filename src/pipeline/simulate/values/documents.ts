import type { Path } from "../../definition/path";
import { serialise } from "../../definition/serialise";
import { get, isList, type ObjectValue, type Value, walk } from "../../definition/value";
import { readExpression } from "../../references/read";
import { oncePerObject } from "../../remember";

/** A JSON file that `Std:JsonGet` reads, as an output of the step that writes it. */
export interface DocumentLocation {
  /** Null: a file in S3 of which the definition does not say which step writes it. */
  readonly step: string | null;
  /**
   * Where the step's outputs hold the document: `PropertyFiles.Report`, or the file's name for one that is read by its S3 URI. Without a
   * step the URI as it is written, by which others that read the same file are known.
   */
  readonly output: Path;
  readonly file: string;
}

/**
 * The document that the body of a `Std:JsonGet` reads; null when it names none.
 * Its S3 form is a Join of a step's output path and the file's name (a `@step` function's result), or any text, with a DependsOn of the
 * step that writes it (developer guide, build-and-manage-propertyfile, "Pass data between steps with Amazon S3").
 */
export function documentOf(source: Value): DocumentLocation | null {
  const propertyFile = readExpression(get(source, "PropertyFile"));
  if (propertyFile !== null) return propertyFile.kind === "get" ? ofPropertyFile(propertyFile.reference) : null;
  const written = get(source, "S3Uri");
  const uri = readExpression(written);
  if (written === undefined || (uri === null && typeof written !== "string")) return null;
  const parts = uri?.kind === "join" ? uri.values : [written];
  const step = uri?.kind === "join" ? parts.map(stepOf).find((name) => name !== null) : undefined;
  const last = parts.at(-1);
  const file = typeof last === "string" ? (last.split("/").at(-1) ?? "") : "";
  if (step !== undefined && step !== null && file !== "") return { step, output: [file], file };
  return { step: null, output: [serialise(written)], file };
}

/** Calls back with the body and the path of every `Std:JsonGet` in a value. */
export function visitJsonGets(value: Value, visit: (source: Value, path: string) => void): void {
  walk(value, (inner) => {
    const expression = readExpression(inner);
    if (expression?.kind === "jsonGet") visit(expression.source, expression.path);
  });
}

/**
 * The files in S3 that an expression of a step reads and no step of the definition is said to write, each once. Asked for each of its runs:
 * a loop has many.
 */
export const filesRead = oncePerObject((step: ObjectValue): readonly DocumentLocation[] => {
  const found = new Map<string, DocumentLocation>();
  visitJsonGets(step, (source) => {
    const location = documentOf(source);
    if (location?.step === null && !found.has(location.file)) found.set(location.file, location);
  });
  return [...found.values()];
});

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
