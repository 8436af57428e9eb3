import { type Path, samePath } from "../../definition/path";
import { getIn, type ObjectValue, type Value, walk } from "../../definition/value";
import { listSteps } from "../../graph/stepTree";
import { readExpression } from "../../references/read";
import { runOfType } from "../../steps/runs";
import { documentOf } from "../values/documents";
import { splitJsonPath } from "../values/jsonPath";

/** Where a number that a person can turn comes from: a parameter, or a sample. */
export type NumberSource =
  | { readonly kind: "parameter"; readonly name: string }
  /** An output of the step of this name, or with `inside` a number in a JSON file that it writes. */
  | { readonly kind: "output"; readonly step: string; readonly output: Path; readonly inside: Path }
  /** A number in a file in S3 that no step is said to write: its sample is kept with the step that reads it. */
  | { readonly kind: "file"; readonly reader: string; readonly file: string; readonly inside: Path };

/** What an operand reads, when it reads a parameter or a sample as it is; null for all else. `reader` is the key of the step it stands in. */
export function sourceOf(operand: Value | undefined, reader: string): NumberSource | null {
  const expression = readExpression(operand);
  if (expression?.kind === "get") {
    const { reference } = expression;
    if (reference.kind === "parameter") return { kind: "parameter", name: reference.name };
    if (reference.kind !== "step" || reference.segments.length === 0) return null;
    return { kind: "output", step: reference.step, output: reference.segments, inside: [] };
  }
  if (expression?.kind !== "jsonGet") return null;
  const location = documentOf(expression.source);
  const inside = splitJsonPath(expression.path);
  if (location === null || inside === null || inside.length === 0) return null;
  const { step, output, file } = location;
  return step === null ? { kind: "file", reader, file, inside } : { kind: "output", step, output, inside };
}

export function sameSource(left: NumberSource | null, right: NumberSource): boolean {
  if (left?.kind === "parameter") return right.kind === "parameter" && left.name === right.name;
  if (left?.kind === "output" && right.kind === "output") {
    return left.step === right.step && samePath(left.output, right.output) && samePath(left.inside, right.inside);
  }
  if (left?.kind !== "file" || right.kind !== "file") return false;
  return left.reader === right.reader && left.file === right.file && samePath(left.inside, right.inside);
}

/** The parameters and samples that the operands of a Condition read, each once; of all Conditions where none is named. */
export function sourcesCompared(definition: ObjectValue, condition?: string): readonly NumberSource[] {
  const found: NumberSource[] = [];
  for (const { key, step, type } of listSteps(definition)) {
    if ((condition !== undefined && key !== condition) || runOfType(type).ends !== "byComparing") continue;
    walk(getIn(step, ["Arguments", "Conditions"]) ?? null, (operand) => {
      const source = sourceOf(operand, key);
      if (source !== null && !found.some((known) => sameSource(known, source))) found.push(source);
      return source === null;
    });
  }
  return found;
}
