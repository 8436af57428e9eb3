/** Values to start executions with, by name. */
import { forgetPreset as forgetRecipe, keepPreset as keepRecipe } from "../../../pipeline/edits/presets";
import { editing } from "../editing";

interface KeepArgs {
  readonly name: string;
  /** Texts by the parameter's name. */
  readonly values: ReadonlyMap<string, string>;
}

export const keepPreset = editing<KeepArgs>({
  id: "parameters.keepPreset",
  group: "Pipeline",
  palette: false,
  label: (_, { name }) => `Keep the preset ${name}`,
  recipe: (_, { name, values }) => keepRecipe(name, values),
  done: (_, { name }) => `These values are kept as ${name}.`,
});

export const forgetPreset = editing<{ readonly name: string }>({
  id: "parameters.forgetPreset",
  group: "Pipeline",
  palette: false,
  label: (_, { name }) => `Forget the preset ${name}`,
  when: ({ document }, { name }) => document.presets.has(name) || `There is no preset ${name}.`,
  recipe: (_, { name }) => forgetRecipe(name),
  done: (_, { name }) => `The preset ${name} is forgotten.`,
});
