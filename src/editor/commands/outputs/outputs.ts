/** The outputs that a Lambda or Callback step declares. */
import type { ParameterType } from "../../../pipeline/definition/parameters";
import {
  declareOutput as declareRecipe,
  removeOutput as removeRecipe,
  renameOutput as renameRecipe,
  setOutputType as setTypeRecipe,
} from "../../../pipeline/edits/outputs";
import { stepAt } from "../../../pipeline/graph/stepTree";
import { type Taken, takenInWords, takeOver as takeOverRecipe } from "../../form/fromCode";
import { editing } from "../editing";
import { isThere } from "../fields/fields";

interface OutputArgs {
  readonly step: string;
  readonly name: string;
}

export const declareOutput = editing<OutputArgs & { readonly type: ParameterType }>({
  id: "outputs.declare",
  group: "Fields",
  palette: false,
  label: (_, { step, name }) => `Declare output ${name} of ${step}`,
  when: isThere,
  recipe: (_, { step, name, type }) => declareRecipe(step, name, type),
  done: (_, { name }) => `Output ${name} declared.`,
});

/** Renames an output; who reads it follows. */
export const renameOutput = editing<OutputArgs & { readonly to: string }>({
  id: "outputs.rename",
  group: "Fields",
  palette: false,
  label: (_, { step, name, to }) => `Rename output ${name} of ${step} to ${to}`,
  when: isThere,
  recipe: (_, { step, name, to }) => renameRecipe(step, name, to),
  done: (_, { name, to }) => `Output ${name} is now called ${to}.`,
});

export const setOutputType = editing<OutputArgs & { readonly type: ParameterType }>({
  id: "outputs.setType",
  group: "Fields",
  palette: false,
  label: (_, { step, name }) => `Set the type of ${name} of ${step}`,
  when: isThere,
  recipe: (_, { step, name, type }) => setTypeRecipe(step, name, type),
  done: (_, { name, type }) => `Output ${name} is a ${type}.`,
});

export const removeOutput = editing<OutputArgs>({
  id: "outputs.remove",
  group: "Fields",
  palette: false,
  label: (_, { step, name }) => `Remove output ${name} of ${step}`,
  when: isThere,
  recipe: (_, { step, name }) => removeRecipe(step, name),
  done: (_, { name }) => `Output ${name} removed.`,
});

/** Declares what was found in the code of the function, and gives the arguments that it reads. */
export const takeOver = editing<{ readonly step: string; readonly taken: Taken }>({
  id: "outputs.takeOver",
  group: "Fields",
  palette: false,
  label: (_, { step, taken }) => `${takenInWords(taken)} of ${step}`,
  when: isThere,
  recipe: ({ document }, { step, taken }) => takeOverRecipe(step, stepAt(document.definition, step).step, taken),
  done: (_, { taken }) => {
    const words = takenInWords(taken);
    return `Done: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
  },
});
