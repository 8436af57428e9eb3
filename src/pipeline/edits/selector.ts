import { get, isList, isObject, removeKey, setKey } from "../definition/value";
import { readSelector, type Selector } from "../steps/selector";
import { EditRefused, editStep, type Recipe } from "./edit";

/** Selects an iteration of a loop; null selects none. */
export function setSelector(key: string, selector: Selector | null): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const args = get(step, "Arguments");
      if (!isObject(args) || !isList(get(args, "ForEachBody"))) throw new EditRefused(`${key} has no body.`);
      const before = get(args, "Selector");
      if (selector === null)
        return before === undefined ? step : setKey(step, "Arguments", removeKey(args, "Selector"));
      const now = readSelector(before);
      const { pick, step: body, member } = selector;
      if (now !== null && now.pick === pick && now.step === body && now.member === member) return step;
      const written = { Pick: pick, Field: { Get: `IterationOutput.${body}${joint(member)}${member}` } };
      return setKey(step, "Arguments", setKey(args, "Selector", written, order));
    });
}

const order = ["IterableItems", "MaxConcurrency", "Selector", "ForEachBody"];

function joint(member: string): string {
  return member === "" || member.startsWith("[") ? "" : ".";
}
