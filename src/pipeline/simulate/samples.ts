/**
 * Sample outputs: what a step would give, made to look like AWS's. For each output that anything reads, the first of these that there is:
 * the user's sample, the type's own outputs, what a Describe response repeats of the request, what its readers expect, a guess by its name.
 */
import { type Path, parsePath, printPath, samePath } from "../definition/path";
import { entries, isNumber, isObject, type Value } from "../definition/value";
import { sampleDocument } from "./expectations";
import { guessByName } from "./guess";
import { lookInto, type Outputs, outputAt } from "./outputs";
import { ownOutputs } from "./ownOutputs";
import type { SampleRequest } from "./sampleRequest";

export function sampleOutputs(sample: SampleRequest): Outputs {
  const outputs = new Map<string, Value>();
  for (const [path, value] of ownOutputs(sample)) outputs.set(printPath(path), fitted(sample, path, value));
  for (const { output } of sample.expected) {
    const key = printPath(output);
    if (output.length > 0 && !outputs.has(key)) {
      const value = givenAt(sample.given, output) ?? outputAt(outputs, output) ?? derived(sample, output);
      if (value !== undefined) outputs.set(key, value);
    }
  }
  return outputs;
}

/** A type's own output, unless the user gave another, or a reader wants another value of the same kind. */
function fitted(sample: SampleRequest, path: Path, value: Value): Value {
  const given = givenAt(sample.given, path);
  if (given !== undefined) return given;
  if (path[0] !== "OutputParameters") return value;
  const expected = expectedValue(sample, path);
  const sameKind = isNumber(expected) ? isNumber(value) : typeof expected === typeof value;
  return expected !== undefined && sameKind ? expected : value;
}

function expectedValue(sample: SampleRequest, path: Path): Value | undefined {
  return sample.expected.find(({ output, inside, value }) => {
    return value !== undefined && inside.length === 0 && samePath(output, path);
  })?.value;
}

/** Outputs that no type names for itself. A declared output that is not declared has none: the service fails there too. */
function derived(sample: SampleRequest, path: Path): Value | undefined {
  if (path[0] === "OutputParameters") return undefined;
  const documents = sample.expected.filter(({ output, inside }) => inside.length > 0 && samePath(output, path));
  if (documents.length > 0) return sampleDocument(documents);
  return lookInto(sample.request, path) ?? expectedValue(sample, path) ?? guessByName(sample, path);
}

/** Reads the user's sample for one output, in any of the forms in which it may be kept. */
function givenAt(given: Value | null, path: Path): Value | undefined {
  if (given === null) return undefined;
  for (const [at, value] of givenEntries(given)) if (samePath(at, path)) return value;
  const found = lookInto(given, path);
  // A declared output may be given by its bare name, as the Lambda function returns it.
  return found === undefined && path[0] === "OutputParameters" ? lookInto(given, path.slice(1)) : found;
}

function givenEntries(given: Value | null): readonly (readonly [Path, Value])[] {
  if (given === null || !isObject(given)) return [];
  return entries(given).flatMap(([key, value]) => {
    const path = parsePath(key);
    return path === null ? [] : [[path, value] as const];
  });
}
