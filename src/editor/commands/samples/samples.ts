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
import { stepAt, stepsByKey } from "../../../pipeline/graph/stepTree";
import type { StepFailure } from "../../../pipeline/steps/runs/values/stepSample";
import { typedValue } from "../../../pipeline/steps/runs/values/typedValue";
import { declaredTypes } from "../../form/fromCode";
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

interface KeepArgs {
  readonly step: string;
  /** Declared outputs, as texts. */
  readonly outputs: readonly { readonly name: string; readonly text: string }[];
}

/** What a step really gave becomes what it is simulated with. */
export const keepAsSample = editing<KeepArgs>({
  id: "samples.keep",
  group: "Fields",
  palette: false,
  label: (_, { step }) => `Keep what ${step} gave as its sample`,
  when: isThere,
  recipe:
    ({ document }, { step, outputs }) =>
    (before) => {
      const types = declaredTypes(stepAt(document.definition, step).step);
      return outputs.reduce(
        (changed, { name, text }) =>
          setSampleRecipe(
            step,
            ["OutputParameters", name],
            typedValue(types.get(name) ?? "String", text) ?? text,
          )(changed),
        before,
      );
    },
  done: (_, { step }) => `${step} is simulated with what it gave.`,
});

interface LearnArgs {
  /** What steps gave, by the paths of their outputs. */
  readonly gave: readonly { readonly step: string; readonly path: Path; readonly value: Value }[];
  /** What parameters it was started with that are not their defaults. */
  readonly given: readonly { readonly name: string; readonly value: string }[];
}

/** The values of an execution become what is simulated with. */
export const learnFromRun = editing<LearnArgs>({
  id: "samples.learn",
  group: "Fields",
  palette: false,
  label: () => "Simulate with the values of an execution",
  when: (_, { gave, given }) => gave.length + given.length > 0 || "The execution has told no values yet.",
  recipe:
    ({ document }, { gave, given }) =>
    (before) => {
      const there = stepsByKey(document.definition);
      const known = gave.filter(({ step }) => there.has(step));
      const sampled = known.reduce(
        (changed, { step, path, value }) => setSampleRecipe(step, path, value)(changed),
        before,
      );
      return given.reduce((changed, { name, value }) => setValueRecipe(name, value)(changed), sampled);
    },
  done: (_, { gave, given }) => {
    const steps = new Set(gave.map(({ step }) => step)).size;
    return `The simulation goes by what ${steps === 1 ? "1 step" : `${steps} steps`} gave${given.length > 0 ? " and by its parameters" : ""}.`;
  },
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
