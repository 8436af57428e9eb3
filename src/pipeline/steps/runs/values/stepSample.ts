/**
 * What a person pinned for one step, to simulate with. Kept in the document's `samples` by the step's key, never in the definition:
 * `{"outputs": {"OutputParameters.train_path": "s3://…"}, "propertyFiles": {"Report": {…}}, "fails": "Out of memory",
 * "iterations": {"0": {…}}}`. Shorter forms are read too: an object of outputs alone, by path, by the bare name of a declared output,
 * or shaped like the Describe response.
 */
import {
  entries,
  get,
  has,
  isNumber,
  isObject,
  keys,
  type ObjectValue,
  objectOf,
  text,
  type Value,
} from "../../../definition/value";

/** A step that is told to fail. */
export interface StepFailure {
  readonly reason: string;
  /** An error that retry policies name (`SageMaker.CAPACITY_ERROR`); null: one that nothing retries. */
  readonly exception: string | null;
  /** How many attempts fail before one succeeds; null: all of them. */
  readonly attempts: number | null;
}

export interface StepSample {
  /** By printed path, or in any of the shorter forms. */
  readonly outputs: ObjectValue;
  /** JSON documents by the name of the property file. */
  readonly propertyFiles: ObjectValue;
  readonly fails: StepFailure | null;
  /** In a ForEach: what holds for one iteration alone, by its index. */
  readonly iterations: ReadonlyMap<number, StepSample>;
}

export const askedToFail = "ClientError: This step was asked to fail.";

export const noSample: StepSample = { outputs: {}, propertyFiles: {}, fails: null, iterations: new Map() };

const parts = ["outputs", "propertyFiles", "fails", "iterations"];

/** Reads a kept sample; never throws, what it does not understand it leaves out. */
export function readStepSample(value: Value | undefined): StepSample {
  if (!isObject(value)) return noSample;
  if (!isInParts(value)) return { ...noSample, outputs: value };
  return {
    outputs: objectAt(value, "outputs"),
    propertyFiles: objectAt(value, "propertyFiles"),
    fails: readFailure(get(value, "fails")),
    iterations: new Map(
      entries(get(value, "iterations")).flatMap(([index, inner]) => {
        return /^\d{1,6}$/.test(index) ? [[Number(index), readStepSample(inner)] as const] : [];
      }),
    ),
  };
}

/** True for the long form: every key is one of its parts, and holds what belongs there. */
function isInParts(value: ObjectValue): boolean {
  const names = keys(value);
  if (names.length === 0 || !names.every((name) => parts.includes(name))) return false;
  return parts.every((name) => name === "fails" || !has(value, name) || isObject(get(value, name)));
}

function objectAt(value: ObjectValue, key: string): ObjectValue {
  const inner = get(value, key);
  return isObject(inner) ? inner : {};
}

function readFailure(value: Value | undefined): StepFailure | null {
  if (value === undefined || value === null || value === false) return null;
  if (!isObject(value)) {
    return { reason: typeof value === "string" && value !== "" ? value : askedToFail, exception: null, attempts: null };
  }
  const exception = text(get(value, "exception")) ?? null;
  const attempts = get(value, "attempts");
  return {
    reason: text(get(value, "reason")) ?? (exception === null ? askedToFail : exception),
    exception,
    attempts: isNumber(attempts) && Number(attempts) > 0 ? Number(attempts) : null,
  };
}

/** The form in which a sample is kept; null when nothing is pinned. */
export function sampleToKeep({ outputs, propertyFiles, fails, iterations }: StepSample): ObjectValue | null {
  const inner = [...iterations].flatMap(([index, sample]): (readonly [string, Value])[] => {
    const kept = sampleToKeep(sample);
    return kept === null ? [] : [[String(index), kept]];
  });
  const kept: (readonly [string, Value])[] = [];
  if (keys(outputs).length > 0) kept.push(["outputs", outputs]);
  if (keys(propertyFiles).length > 0) kept.push(["propertyFiles", propertyFiles]);
  if (fails !== null) kept.push(["fails", failureToKeep(fails)]);
  if (inner.length > 0) kept.push(["iterations", objectOf(inner)]);
  return kept.length === 0 ? null : objectOf(kept);
}

function failureToKeep({ reason, exception, attempts }: StepFailure): Value {
  if (exception === null && attempts === null) return reason;
  return { reason, ...(exception === null ? {} : { exception }), ...(attempts === null ? {} : { attempts }) };
}

/** What holds for one iteration: its own sample before that of all of them. */
export function sampleOfIteration(sample: StepSample, index: number | null): StepSample {
  const own = index === null ? undefined : sample.iterations.get(index);
  if (own === undefined) return sample;
  return {
    outputs: objectOf([...entries(sample.outputs), ...entries(own.outputs)]),
    propertyFiles: objectOf([...entries(sample.propertyFiles), ...entries(own.propertyFiles)]),
    fails: own.fails ?? sample.fails,
    iterations: sample.iterations,
  };
}
