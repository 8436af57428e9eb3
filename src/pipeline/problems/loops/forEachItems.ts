import { serialise } from "../../definition/serialise";
import { get, getIn, isList, isObject, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { isExpression } from "../../references/read";
import { remove } from "../fixes";
import type { Finding, Rule, Said } from "../problem";

const items = ["Arguments", "IterableItems"];
const most = 100;

export const forEachItems: Rule = {
  code: "for-each-items",
  severity: "error",
  why: "“iterable_items must be a property reference that resolves to a JSON list string at runtime, or a list of items”, of 1 to 100 elements, each a text, a number, true or false, or a reference (for_each_step.py of the SDK).",
  types: ["ForEach"],
  checkStep({ key, name, step }) {
    if (get(step, "Arguments") === undefined) return [];
    const list = getIn(step, items);
    if (list === undefined || isExpression(list)) return [];
    const say = (message: string, more: Partial<Said> = {}): Finding => ({ step: key, at: items, message, ...more });
    if (!isList(list)) {
      const isItem = typeof list !== "object" && list !== "";
      const fixes = isItem ? [{ label: "Put it into a list", recipe: setField(key, items, [list]) }] : [];
      return [say(`${name} needs a list of items, or a reference to the text of one.`, { fixes })];
    }
    if (list.length === 0) return [say(`${name} has no items. Add some, or read a list.`)];
    const tooMany = list.length > most ? [say(`${name} has ${list.length} items; a list takes at most ${most}.`)] : [];
    return [...tooMany, ...list.flatMap((item, index) => badItem(item, index, key, name))];
  },
};

function badItem(item: Value, index: number, key: string, name: string): Finding[] {
  const at = [...items, index];
  if (item === null)
    return [{ step: key, at, message: `Item ${index} of ${name} is null.`, fixes: [remove(key, at, "it")] }];
  const isNested = isList(item) || (isObject(item) && !isExpression(item));
  if (!isNested) return [];
  const asText = { label: "Write it as JSON text", recipe: setField(key, at, serialise(item)) };
  const message = `Item ${index} of ${name} is ${isList(item) ? "a list" : "an object"}: an item is one value. Write it as JSON text.`;
  return [{ step: key, at, message, fixes: [asText] }];
}
