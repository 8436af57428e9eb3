/**
 * Sample outputs: what a step would give, made to look like AWS's. For each output that anything reads, the first of these that there is:
 * the user's sample, the type's own outputs, what a Describe response repeats of the request, what its readers expect, a guess by its name.
 */
import { type Path, printPath, type Segment, samePath } from "../../definition/path";
import { entries, get, isList, isNumber, text, type Value } from "../../definition/value";
import { runOfType } from "../../steps/runs";
import { guessByName } from "../../steps/runs/values/guess";
import { lookInto, type Outputs, outputAt } from "../../steps/runs/values/outputs";
import type { SampleRequest } from "../../steps/runs/values/sampleRequest";
import type { StepSample } from "../../steps/runs/values/stepSample";
import { filesRead } from "../values/documents";
import { sampleDocument } from "./expectations";
import { pinnedOutputs, pinnedValue } from "./pinned";

export function sampleOutputs(sample: SampleRequest): Outputs {
  const outputs = new Map<string, Value>();
  const { outputs: known } = runOfType(text(get(sample.step, "Type")) ?? "");
  for (const [path, value] of known(sample)) outputs.set(printPath(path), fitted(sample, path, value));
  for (const { output } of sample.expected) {
    const key = printPath(output);
    if (output.length > 0 && !outputs.has(key)) {
      const value = givenAt(sample.given, output) ?? outputAt(outputs, output) ?? derived(sample, output);
      if (value !== undefined) outputs.set(key, value);
    }
  }
  addGiven(sample, outputs);
  return outputs;
}

/** What the user gives beyond all that is known or read: shown, and there for whoever comes to read it. */
function addGiven({ given, step }: SampleRequest, outputs: Map<string, Value>): void {
  if (given === null) return;
  const read = filesRead(step);
  for (const [name, value] of entries(given.propertyFiles)) outputs.set(printPath(["PropertyFiles", name]), value);
  for (const [path, value] of pinnedOutputs(given)) {
    // A short name of a declared output is not an output of its own; one that is not declared has no value in the service either.
    const declared = outputs.has(printPath(["OutputParameters", ...path]));
    if (declared || path[0] === "OutputParameters" || outputAt(outputs, path) !== undefined) continue;
    // What it reads from S3 is kept among its samples, but nothing that it gives.
    if (read.some(({ file }) => samePath([file], path) || samePath(file.split("."), path))) continue;
    outputs.set(printPath(path), value);
  }
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

/** Outputs that no type names for itself. What the step would have to name, and does not, has none: the service fails there too. */
function derived(sample: SampleRequest, path: Path): Value | undefined {
  if (isMissing(sample, path)) return undefined;
  const documents = sample.expected.filter(({ output, inside }) => inside.length > 0 && samePath(output, path));
  if (documents.length > 0) return sampleDocument(documents);
  return lookInto(sample.request, path) ?? expectedValue(sample, path) ?? guessByName(sample, path);
}

/** Parts of a Describe response that repeat the request, and have nothing that it does not give. */
const repeated: readonly Segment[] = ["ProcessingInputs", "ProcessingOutputConfig"];

function isMissing({ step, request }: SampleRequest, path: Path): boolean {
  const [first, name] = path;
  if (first === "OutputParameters") return true;
  if (first !== "PropertyFiles") return repeated.includes(first ?? "") && lookInto(request, path) === undefined;
  const files = get(step, "PropertyFiles");
  return !isList(files) || !files.some((file) => get(file, "PropertyFileName") === name);
}

function givenAt(given: StepSample | null, path: Path): Value | undefined {
  return given === null ? undefined : pinnedValue(given, path);
}
