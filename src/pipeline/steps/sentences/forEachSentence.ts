import { get, isList, isNumber, type ObjectValue, text, type Value } from "../../definition/value";
import { expressionWords } from "../../references/expressionWords";

/** What a ForEach step does as a person says it: `each of Items, 3 at a time · best by auc`. */
export function forEachSentence(step: ObjectValue): string {
  const args = get(step, "Arguments");
  return `each of ${itemsWords(get(args, "IterableItems"))}${paceWords(get(args, "MaxConcurrency"))}${bestWords(get(args, "Selector"))}`;
}

function itemsWords(items: Value | undefined): string {
  if (items === undefined || (isList(items) && items.length === 0)) return "no items yet";
  if (!isList(items)) return expressionWords(items);
  return items.length === 1 ? "1 item" : `${items.length} items`;
}

function paceWords(pace: Value | undefined): string {
  if (pace === undefined) return "";
  if (!isNumber(pace)) return `, ${expressionWords(pace)} at a time`;
  return Number(pace.toString()) === 1 ? ", one at a time" : `, ${pace.toString()} at a time`;
}

function bestWords(selector: Value | undefined): string {
  const field = get(selector, "Field");
  if (field === undefined) return "";
  return text(get(selector, "Pick")) === "MinBy"
    ? ` · lowest by ${expressionWords(field)}`
    : ` · best by ${expressionWords(field)}`;
}
