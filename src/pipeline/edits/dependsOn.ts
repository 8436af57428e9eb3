import { get, isList, isObject, type ObjectValue, removeKey, type Value } from "../definition/value";
import { readDependsOn, type Trigger } from "../graph/analyseStep";
import { EditRefused, editStep, type Recipe } from "./edit";
import { setStepKey } from "./setStepKey";

/** One entry as the SDK writes it: the plain name for Completed. */
function entry(step: string, trigger: Trigger): Value {
  return trigger === "Completed" ? step : { Step: step, Trigger: trigger };
}

function withList(step: ObjectValue, list: readonly Value[]): ObjectValue {
  if (list.length === 0) return removeKey(step, "DependsOn");
  return setStepKey(step, "DependsOn", list);
}

function listOf(step: ObjectValue): readonly Value[] {
  const list = get(step, "DependsOn");
  return isList(list) ? list : [];
}

/** Makes a step wait for another. An entry that is there already stays as it is. */
export function addDependsOn(key: string, upstream: string, trigger: Trigger = "Completed"): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      if (get(step, "Name") === upstream) throw new EditRefused("A step cannot wait for itself.");
      if (readDependsOn(step).some((found) => found.step === upstream)) return step;
      return withList(step, [...listOf(step), entry(upstream, trigger)]);
    });
}

/** Sets on which outcome of the other step this one runs; all entries for that step become one. */
export function setTrigger(key: string, upstream: string, trigger: Trigger): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const found = readDependsOn(step).filter((item) => item.step === upstream);
      const first = found[0];
      if (first === undefined || (found.length === 1 && first.trigger === trigger)) return step;
      const others = new Set(found.slice(1).map(({ index }) => index));
      const list = listOf(step).map((item, index) => (index === first.index ? entry(upstream, trigger) : item));
      return withList(
        step,
        list.filter((_, index) => !others.has(index)),
      );
    });
}

/** Takes a step out of `DependsOn`, in every form it stands there; an empty list goes. */
export function removeDependsOn(key: string, upstream: string): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const list = listOf(step);
      const left = list.filter((item) => item !== upstream && !(isObject(item) && get(item, "Step") === upstream));
      return left.length === list.length ? step : withList(step, left);
    });
}
