/** The metadata of a step in ListPipelineExecutionSteps, written and read again. */
import { parsePath, printPath } from "../../../definition/path";
import { get, isList, type ObjectValue, text, type Value } from "../../../definition/value";
import { joinText } from "./joinText";
import { type Outputs, outputAt } from "./outputs";
import { declaredOutputs } from "./sampleRequest";
import { typedValue } from "./typedValue";

/** A step that ended, or is still running: what its metadata is made of. */
export interface EndedStep {
  readonly step: ObjectValue;
  readonly name: string;
  /** Its `Arguments`, resolved. */
  readonly request: Value;
  /** What stands beside them, resolved. */
  readonly envelope: Value;
  readonly outputs: Outputs;
  readonly outcome: boolean | null;
  readonly failureReason: string | null;
  /** By which a waiting callback is answered; of other steps null. */
  readonly callbackToken?: string | null;
}

export interface Metadata {
  /** The one key of the metadata: `TrainingJob`, `Lambda`. */
  readonly key: string;
  /** What stands there, as the service lists it; null before there is anything. */
  readonly write: (ended: EndedStep) => Value | null;
  /** The outputs that follow from what stands there. */
  readonly read: (inner: ObjectValue, step: ObjectValue) => Outputs;
}

/** An `Arn` alone. The outputs that follow from it: the ARN itself, and the name at its end. */
export function arnMetadata(key: string, arn: string, name: string | null): Metadata {
  return {
    key,
    write({ outputs }) {
      const value = outputs.get(arn);
      return value === undefined ? null : { Arn: value };
    },
    read(inner) {
      const outputs = new Map<string, Value>();
      const value = text(get(inner, "Arn"));
      if (value === undefined) return outputs;
      outputs.set(arn, value);
      if (name !== null) outputs.set(name, value.slice(value.lastIndexOf("/") + 1));
      return outputs;
    },
  };
}

/** Outputs under names of their own, which may be others than those that references use: `StepId` for `Id`. */
export function repeatedMetadata(
  key: string,
  names: readonly (string | readonly [name: string, output: string])[],
  more: (ended: EndedStep) => Readonly<Record<string, Value>> = () => ({}),
): Metadata {
  const pairs = names.map((name) => (typeof name === "string" ? ([name, name] as const) : name));
  return {
    key,
    write: (ended) => ({
      ...more(ended),
      ...present(pairs.map(([name, output]) => [name, outputAt(ended.outputs, [output])])),
    }),
    read: (inner) => new Map(Object.entries(present(pairs.map(([name, output]) => [output, get(inner, name)])))),
  };
}

/** Declared outputs, which travel as texts; the declared type tells what they are. `member` repeats a key of the step. */
export function declaredMetadata(key: string, member: string, from: string): Metadata {
  return {
    key,
    write: ({ step, envelope, outputs, callbackToken }) => ({
      ...present([["CallbackToken", callbackToken ?? undefined]]),
      [member]: get(envelope, from) ?? get(step, from) ?? "",
      OutputParameters: declaredPairs(outputs),
    }),
    read(inner, step) {
      const types = new Map(declaredOutputs(step).map(({ name, type }) => [name, type]));
      const outputs = new Map<string, Value>();
      const list = get(inner, "OutputParameters");
      for (const item of isList(list) ? list : []) {
        const name = text(get(item, "Name"));
        const value = text(get(item, "Value"));
        if (name === undefined || value === undefined) continue;
        outputs.set(printPath(["OutputParameters", name]), typedValue(types.get(name) ?? "String", value) ?? value);
      }
      return outputs;
    },
  };
}

function declaredPairs(outputs: Outputs): Value {
  return [...outputs].flatMap(([key, value]) => {
    const path = parsePath(key);
    return path?.[0] === "OutputParameters" ? [{ Name: String(path[1]), Value: joinText(value) }] : [];
  });
}

/** The members that have a value. */
export function present(members: readonly (readonly [string, Value | undefined])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
