import { parseValue } from "../definition/parse";
import type { Path } from "../definition/path";
import {
  get,
  getIn,
  isList,
  isNumber,
  isObject,
  type ObjectValue,
  setIn,
  setKey,
  text,
  type Value,
} from "../definition/value";
import { emptyCondition } from "../schema/ownModels";
import { type ComparisonChoice, choiceOf, isOrdering } from "../steps/comparisons";
import { EditRefused, editStep, type Recipe } from "./edit";
import { addElement } from "./fields";

/** Adds a condition at the end of a list of them: that of the step, or the alternatives of an `Or`. */
export function addCondition(key: string, list: Path): Recipe {
  return addElement(key, list, emptyCondition);
}

/** Makes a condition compare in another way and keeps what it compares; a text that is a number becomes one where numbers are ordered. */
export function setConditionType(key: string, path: Path, choice: ComparisonChoice): Recipe {
  return editCondition(key, path, (condition) => converted(condition, choice));
}

/** Puts a `Not` around a condition. */
export function wrapInNot(key: string, path: Path): Recipe {
  return editCondition(key, path, negated);
}

/** Takes the `Not` away from around a condition. */
export function unwrapNot(key: string, path: Path): Recipe {
  return editCondition(key, path, (condition) => {
    const inner = get(condition, "Condition");
    return text(get(condition, "Type")) === "Not" && isObject(inner) ? inner : condition;
  });
}

function editCondition(key: string, path: Path, change: (condition: ObjectValue) => ObjectValue): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const before = getIn(step, path);
      if (!isObject(before)) throw new EditRefused("There is no condition here any more.");
      const after = change(before);
      return after === before ? step : setIn(step, path, after);
    });
}

function converted(condition: ObjectValue, choice: ComparisonChoice): ObjectValue {
  if (choiceOf(condition) === choice) return condition;
  if (choice === "Or") return { Type: "Or", Conditions: [condition] };
  if (choice === "Not") return negated(condition);
  const core = comparisonIn(condition);
  if (choice === "Not Equals") return negated(compared(core, "Equals"));
  if (choice === "Not In") return negated(listed(core));
  return choice === "In" ? listed(core) : compared(core, choice);
}

function negated(condition: ObjectValue): ObjectValue {
  return { Type: "Not", Condition: condition };
}

/** The comparison that a condition comes down to: inside its Not, or the one alternative of its Or. */
function comparisonIn(condition: ObjectValue): ObjectValue {
  const type = text(get(condition, "Type"));
  if (type === "Not") {
    const inner = get(condition, "Condition");
    return isObject(inner) ? comparisonIn(inner) : emptyCondition;
  }
  if (type !== "Or") return condition;
  const alternatives = get(condition, "Conditions");
  if (!isList(alternatives) || alternatives.length === 0) return emptyCondition;
  const [only] = alternatives;
  if (alternatives.length > 1 || !isObject(only)) {
    throw new EditRefused("This holds several alternatives: remove all but one before it can be a single comparison.");
  }
  return comparisonIn(only);
}

function compared(condition: ObjectValue, type: string): ObjectValue {
  const two = withTwoSides(condition, type);
  if (!isOrdering(type)) return two;
  return ["LeftValue", "RightValue"].reduce((changed, side) => {
    const value = get(changed, side);
    const number = typeof value === "string" ? numberIn(value) : null;
    return number === null ? changed : setKey(changed, side, number);
  }, two);
}

/** The number that a text is, its digits kept; null for other text. */
function numberIn(text: string): Value | null {
  const parsed = parseValue(text);
  return parsed.ok && isNumber(parsed.value) ? parsed.value : null;
}

function withTwoSides(condition: ObjectValue, type: string): ObjectValue {
  if (get(condition, "QueryValue") === undefined && get(condition, "LeftValue") !== undefined) {
    return setKey(condition, "Type", type);
  }
  const values = get(condition, "Values");
  const first = isList(values) ? values[0] : undefined;
  return { Type: type, LeftValue: get(condition, "QueryValue") ?? "", RightValue: first ?? "" };
}

function listed(condition: ObjectValue): ObjectValue {
  if (text(get(condition, "Type")) === "In") return condition;
  const right = get(condition, "RightValue");
  return {
    Type: "In",
    QueryValue: get(condition, "LeftValue") ?? "",
    Values: right === undefined || right === "" ? [] : [right],
  };
}
