import type { ParameterType } from "../definition/parameters";
import { get, isList, setIn, setKey, text, type Value } from "../definition/value";
import { stepAt } from "../graph/stepTree";
import { renameOutputIn } from "../references/write";
import { EditRefused, editStep, type Recipe, withDefinition } from "./edit";
import { withRenamedOutput } from "./samples";
import { setStepKey } from "./setStepKey";

function declared(step: Value): readonly Value[] {
  const list = get(step, "OutputParameters");
  return isList(list) ? list : [];
}

function indexOf(list: readonly Value[], name: string): number {
  return list.findIndex((item) => text(get(item, "OutputName")) === name);
}

/** Declares an output of a Lambda or Callback step. */
export function declareOutput(key: string, name: string, type: ParameterType): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      if (name === "")
        throw new EditRefused("An output needs a name: a key of the dictionary that the function returns.");
      const list = declared(step);
      if (indexOf(list, name) >= 0) throw new EditRefused(`There is an output ${name} already.`);
      return setStepKey(step, "OutputParameters", [...list, { OutputName: name, OutputType: type }]);
    });
}

/** Sets the type of a declared output. */
export function setOutputType(key: string, name: string, type: ParameterType): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const index = indexOf(declared(step), name);
      if (index < 0) throw new EditRefused(`There is no output ${name}.`);
      return setIn(step, ["OutputParameters", index, "OutputType"], type);
    });
}

/** Renames a declared output and every reference to it. */
export function renameOutput(key: string, from: string, to: string): Recipe {
  return (document) => {
    if (from === to) return document;
    if (to === "") throw new EditRefused("An output needs a name.");
    const { step, path, name } = stepAt(document.definition, key);
    const list = declared(step);
    const index = indexOf(list, from);
    if (index < 0) throw new EditRefused(`There is no output ${from}.`);
    if (indexOf(list, to) >= 0) throw new EditRefused(`There is an output ${to} already.`);
    const named = setIn(document.definition, [...path, "OutputParameters", index, "OutputName"], to);
    const renamed = withDefinition(document, renameOutputIn(named, name, from, to));
    return { ...renamed, samples: withRenamedOutput(document.samples, key, from, to) };
  };
}

/** Takes a declared output away. Fields that read it keep their reference and get a problem. */
export function removeOutput(key: string, name: string): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const list = declared(step);
      const index = indexOf(list, name);
      return index < 0 ? step : setKey(step, "OutputParameters", list.toSpliced(index, 1));
    });
}
