import { type Path, samePath } from "../definition/path";
import {
  get,
  getIn,
  isList,
  isObject,
  type KeyOrder,
  keys,
  removeIn,
  renameKey,
  setIn,
  type Value,
} from "../definition/value";
import { EditRefused, editStep, type Recipe } from "./edit";

/** The import takes no such key (JavaScript's objects have no place for it), so none is made here. */
function checkKeys(path: Path): void {
  if (path.includes("__proto__")) throw new EditRefused('The key "__proto__" is not taken.');
}

/** Sets a field of a step; `path` is relative to the step. What is missing on the way is made, keys in `order`. */
export function setField(key: string, path: Path, value: Value, order?: KeyOrder): Recipe {
  return (document) => {
    checkKeys(path);
    return editStep(document, key, (step) => setIn(step, path, value, order));
  };
}

/**
 * Removes a field of a step. A list closes up. Structures that become empty by it go too, up to but not including `Arguments`
 * and list elements: `{"VpcConfig": {}}` means something else to SageMaker than no VpcConfig.
 */
export function removeField(key: string, path: Path): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      let after = removeIn(step, path);
      if (after === step) return step;
      for (let end = path.length - 1; end > 1; end--) {
        const enclosing = path.slice(0, end);
        const left = getIn(after, enclosing);
        const emptied = isObject(left) && keys(left).length === 0 && typeof enclosing.at(-1) === "string";
        if (!emptied) break;
        after = removeIn(after, enclosing);
      }
      return after;
    });
}

/** Adds an element at the end of a list of a step, making the list where there is none. */
export function addElement(key: string, list: Path, element: Value, order?: KeyOrder): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const before = getIn(step, list);
      if (before !== undefined && !isList(before)) throw new EditRefused("There is no list here to add to.");
      return setIn(step, [...list, before?.length ?? 0], element, order);
    });
}

/** Moves an element of a list to another place in it. */
export function moveElement(key: string, list: Path, from: number, to: number): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const before = getIn(step, list);
      if (!isList(before) || from === to || before[from] === undefined) return step;
      const without = before.toSpliced(from, 1);
      return setIn(step, list, without.toSpliced(to, 0, before[from]));
    });
}

/** Renames a key of a map (a hyperparameter, a Lambda argument), in its place. */
export function renameMapKey(key: string, map: Path, from: string, to: string): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const before = samePath(map, []) ? step : getIn(step, map);
      if (!isObject(before) || get(before, from) === undefined || from === to) return step;
      if (to === "") throw new EditRefused("A key needs a name.");
      checkKeys([to]);
      if (get(before, to) !== undefined) throw new EditRefused(`There is a ${to} already.`);
      return setIn(step, map, renameKey(before, from, to));
    });
}
