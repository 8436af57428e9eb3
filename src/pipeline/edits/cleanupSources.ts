import { stepAt } from "../graph/stepTree";
import { cleanupSources, sourcesPath } from "../steps/cleanupSources";
import { addDependsOn, removeDependsOn } from "./dependsOn";
import { EditRefused, type Recipe } from "./edit";
import { removeField, setField } from "./fields";

/** Lets a Cleanup step delete what another step wrote; it waits for that step from then on. */
export function addCleanupSource(key: string, source: string): Recipe {
  return (document) => {
    const { step } = stepAt(document.definition, key);
    const names = cleanupSources(step);
    if (names.includes(source)) throw new EditRefused(`${source} is a source already.`);
    return addDependsOn(key, source)(setField(key, [...sourcesPath, names.length], { StepName: source })(document));
  };
}

/** Takes a source away, and the wait for it where nothing else names that step. */
export function removeCleanupSource(key: string, index: number): Recipe {
  return (document) => {
    const names = cleanupSources(stepAt(document.definition, key).step);
    const source = names[index];
    if (source === undefined) return document;
    const removed = removeField(key, [...sourcesPath, index])(document);
    const isNamedAgain = names.some((name, at) => at !== index && name === source);
    return isNamedAgain || source === "" ? removed : removeDependsOn(key, source)(removed);
  };
}
