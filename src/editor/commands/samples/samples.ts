/** What a person pins to simulate with. */
import { type Path, printPath } from "../../../pipeline/definition/path";
import type { Value } from "../../../pipeline/definition/value";
import {
  resetSamples as resetRecipe,
  resetSimulatedValues as resetValuesRecipe,
  setStepFails as setFailsRecipe,
  setSample as setSampleRecipe,
  setSimulatedValue as setValueRecipe,
} from "../../../pipeline/edits/samples";
import type { StepFailure } from "../../../pipeline/steps/runs/values/stepSample";
import { editing } from "../editing";
import { isThere } from "../fields/fields";

interface SampleArgs {
  readonly step: string;
  readonly path: Path;
  /** Null lets it be the default again. */
  readonly value: Value | null;
  /** The iteration that it is for; null: for all. */
  readonly iteration: number | null;
}

/** "rows" of a declared output, else its path. */
export function sampleLabel(path: Path): string {
  return path[0] === "OutputParameters" ? printPath(path.slice(1)) : printPath(path);
}

export const setSample = editing<SampleArgs>({
  id: "samples.set",
  group: "Fields",
  palette: false,
  label: (_, { step, path, value }) => `${value === null ? "Reset" : "Set"} the sample ${sampleLabel(path)} of ${step}`,
  when: isThere,
  recipe: (_, { step, path, value, iteration }) => setSampleRecipe(step, path, value, iteration),
  done: (_, { step, path, value }) =>
    `The sample ${sampleLabel(path)} of ${step} is ${value === null ? "reset" : "set"}.`,
});

interface FailArgs {
  readonly step: string;
  /** Null lets it succeed again. */
  readonly failure: StepFailure | null;
  readonly iteration: number | null;
}

export const setStepFails = editing<FailArgs>({
  id: "samples.setFails",
  group: "Fields",
  palette: false,
  label: (_, { step, failure }) => `Let ${step} ${failure === null ? "succeed" : "fail"}`,
  when: isThere,
  recipe: (_, { step, failure, iteration }) => setFailsRecipe(step, failure, iteration),
  done: (_, { step, failure }) => `${step} ${failure === null ? "succeeds" : "fails"} in the simulation.`,
});

/** Lets the samples of a step be the defaults again, or those of all steps. */
export const resetSamples = editing<{ readonly step: string } | undefined>({
  id: "samples.reset",
  group: "Fields",
  palette: true,
  label: (_, args) => (args === undefined ? "Reset samples" : `Reset samples of ${args.step}`),
  when: ({ document }, args) => {
    const any = args === undefined ? document.samples.size > 0 : document.samples.has(args.step);
    return any || "No samples are pinned.";
  },
  recipe: (_, args) => resetRecipe(args?.step),
  done: (_, args) => `The samples${args === undefined ? "" : ` of ${args.step}`} are the defaults again.`,
});

/** Simulates with another value of a parameter; "" lets it be the default again. */
export const setSimulatedValue = editing<{ readonly parameter: string; readonly text: string }>({
  id: "samples.setValue",
  group: "Fields",
  palette: false,
  label: (_, { parameter }) => `Simulate with another ${parameter}`,
  recipe: (_, { parameter, text }) => setValueRecipe(parameter, text),
  done: (_, { parameter, text }) => `${parameter} is simulated with ${text === "" ? "its default" : text}.`,
});

export const resetSimulatedValues = editing<undefined>({
  id: "samples.resetValues",
  group: "Fields",
  palette: true,
  label: () => "Reset the values to simulate with",
  when: ({ document }) =>
    document.settings.simulatedValues !== undefined || "All parameters are simulated with their defaults.",
  recipe: () => resetValuesRecipe(),
  done: () => "All parameters are simulated with their defaults again.",
});
