/** What a person pins for a step, to simulate with. Kept with the document; the definition never knows of it. */
import { withName, withoutNames, withRenamed } from "../definition/byName";
import type { DocumentSettings, Samples } from "../definition/document";
import { type Path, parsePath, printPath, samePath } from "../definition/path";
import {
  entries,
  keys,
  type ObjectValue,
  objectOf,
  removeKey,
  sameValue,
  setKey,
  type Value,
} from "../definition/value";
import { stepAt } from "../graph/stepTree";
import { pinnedValue } from "../simulate/samples/pinned";
import {
  noSample,
  readStepSample,
  type StepFailure,
  type StepSample,
  sampleToKeep,
} from "../steps/runs/values/stepSample";
import type { Recipe } from "./edit";

/**
 * Pins the value of a step's output, or with null lets it be the default again. `output` is the path behind `Steps.NAME.`;
 * `PropertyFiles.NAME` pins a property file. `iteration` pins it for one item of a ForEach alone.
 */
export function setSample(key: string, output: Path, value: Value | null, iteration: number | null = null): Recipe {
  return editSample(key, iteration, (sample) => {
    const [first, name] = output;
    if (first === "PropertyFiles" && typeof name === "string" && output.length === 2) {
      return { ...sample, propertyFiles: withKey(sample.propertyFiles, name, value) };
    }
    return { ...sample, outputs: withKey(withoutShort(sample.outputs, output), printPath(output), value) };
  });
}

/** Tells a step to fail in a simulation, or with null lets it succeed again. */
export function setStepFails(key: string, failure: StepFailure | null, iteration: number | null = null): Recipe {
  return editSample(key, iteration, (sample) => ({ ...sample, fails: failure }));
}

/** Lets all samples be the defaults again: those of one step, or of all. */
export function resetSamples(key?: string): Recipe {
  return (document) => {
    const { samples } = document;
    const left = withoutNames(samples, new Set(key === undefined ? samples.keys() : [key]));
    return left === samples ? document : { ...document, samples: left };
  };
}

/** Simulates with another value of a parameter; an empty text lets it be the default again. */
export function setSimulatedValue(parameter: string, typed: string): Recipe {
  return ({ settings, ...document }) => {
    const before = settings.simulatedValues;
    const simulatedValues =
      typed === "" ? withoutNames(before, new Set([parameter])) : withName(before, parameter, typed);
    return { ...document, settings: { ...settings, simulatedValues } };
  };
}

/** Lets all parameters be simulated with their defaults again. */
export function resetSimulatedValues(): Recipe {
  return ({ settings, ...document }) => ({ ...document, settings: { ...settings, simulatedValues: new Map() } });
}

/** The settings after a parameter was renamed: it is simulated with the same value. */
export function withRenamedParameter(settings: DocumentSettings, from: string, to: string): DocumentSettings {
  const simulatedValues = withRenamed(settings.simulatedValues, from, to);
  return simulatedValues === settings.simulatedValues ? settings : { ...settings, simulatedValues };
}

/** The samples after a declared output of a step was renamed: what was pinned for it is pinned for the new name. */
export function withRenamedOutput(samples: Samples, key: string, from: string, to: string): Samples {
  const before = samples.get(key);
  if (before === undefined) return samples;
  const renamed = (sample: StepSample): StepSample => {
    const value = pinnedValue(sample, ["OutputParameters", from]);
    const iterations = new Map([...sample.iterations].map(([index, inner]) => [index, renamed(inner)]));
    if (value === undefined) return { ...sample, iterations };
    const path: Path = ["OutputParameters", from];
    const others = removeKey(withoutShort(sample.outputs, path), printPath(path));
    return { ...sample, iterations, outputs: setKey(others, printPath(["OutputParameters", to]), value) };
  };
  const after = sampleToKeep(renamed(readStepSample(before)));
  return after === null ? samples : withName(samples, key, after);
}

function editSample(key: string, iteration: number | null, change: (sample: StepSample) => StepSample): Recipe {
  return (document) => {
    stepAt(document.definition, key);
    const { samples } = document;
    const before = samples.get(key);
    const sample = readStepSample(before);
    const after = sampleToKeep(iteration === null ? change(sample) : inIteration(sample, iteration, change));
    if (sameValue(before, after ?? undefined)) return document;
    const kept = after === null ? withoutNames(samples, new Set([key])) : withName(samples, key, after);
    return { ...document, samples: kept };
  };
}

function inIteration(sample: StepSample, index: number, change: (sample: StepSample) => StepSample): StepSample {
  const own = change(sample.iterations.get(index) ?? noSample);
  return { ...sample, iterations: new Map([...sample.iterations, [index, own]]) };
}

function withKey(object: ObjectValue, key: string, value: Value | null): ObjectValue {
  return value === null ? removeKey(object, key) : setKey(object, key, value);
}

/** Takes out what means the same output in another way of writing: its bare name, or a reference's brackets. */
function withoutShort(outputs: ObjectValue, output: Path): ObjectValue {
  const same = (key: string) => {
    const path = parsePath(key) ?? [];
    return key !== printPath(output) && (samePath(path, output) || samePath(["OutputParameters", ...path], output));
  };
  return keys(outputs).some(same) ? objectOf(entries(outputs).filter(([key]) => !same(key))) : outputs;
}
