import type { Argument, Entry, Expression } from "../code/code";
import { assignTo } from "./assignments";
import { copyOf, elementOf, markOpen, merge, setKey } from "./dicts";
import { memberOfClass, methodOf, readMember } from "./members";
import { callNative, callRole } from "./natives";
import { operate, textOfParts } from "./operations";
import type { Given, Run } from "./run";
import {
  alternatives,
  constantNumber,
  constantText,
  type Frame,
  joinAll,
  type Known,
  listOfAny,
  native,
  noneValue,
  scalar,
  unknownValue,
} from "./values";

/** What an expression gives, looked at where the code stands. */
export function evaluate(run: Run, expression: Expression, frame: Frame): Known {
  run.spend(1);
  const look = (one: Expression) => run.evaluate(one, frame);
  switch (expression.kind) {
    case "text":
      return expression.value === null ? textOfParts(expression.parts.map(look)) : constantText(expression.value);
    case "number":
      return constantNumber(expression.value, expression.isFloat);
    case "boolean":
      return scalar("Boolean");
    case "none":
      return noneValue;
    case "name":
      return run.lookUp(expression.name, frame) ?? native(expression.name);
    case "dict": {
      const made = run.newDict();
      fillDict(run, made, expression.entries, frame);
      return made;
    }
    case "list":
      return listFrom(run, expression.items, frame);
    case "function":
      return { kind: "function", code: expression.code, frame, self: null, namesItself: false };
    case "class":
      return makeClass(run, expression, frame);
    case "member":
      return readMember(run, look(expression.of), look(expression.key), expression.isDot, expression.at);
    case "call":
      return evaluateCall(run, expression, frame);
    case "operation":
      return evaluateOperation(run, expression.operator, expression.operands.map(look), expression.operands, frame);
    case "choice":
      if (expression.asked !== null) look(expression.asked);
      return choose(run, expression.of, expression.needsFalse === true, frame);
    case "assignment":
      return assignTo(run, expression.target, expression.operator, look(expression.value), frame);
    case "comprehension":
      return comprehend(run, expression, frame);
    default:
      expression.parts.forEach(look);
      return unknownValue;
  }
}

function fillDict(run: Run, made: Known, entries: readonly Entry[], frame: Frame): void {
  for (const entry of entries) {
    if (entry.kind === "spread") merge(run, made, run.evaluate(entry.of, frame), entry.at);
    else setKey(run, made, run.evaluate(entry.key, frame), run.evaluate(entry.value, frame), entry.at);
  }
}

function listFrom(run: Run, items: readonly Argument[], frame: Frame): Known {
  const values: Known[] = [];
  let isKnown = true;
  for (const { value, spread } of items) {
    const one = run.evaluate(value, frame);
    if (spread === null) values.push(one);
    else if (one.kind === "list" && one.items !== null) values.push(...one.items);
    else {
      isKnown = false;
      values.push(elementOf(run, one));
    }
  }
  return { kind: "list", items: isKnown ? values : null, element: joinAll(values) };
}

/** `a if c else b`, `a or b`: each side is looked at as one way through the code. */
function choose(run: Run, sides: readonly Expression[], needsFalse: boolean, frame: Frame): Known {
  const values: Known[] = [];
  for (const side of sides) {
    const after = run.aside(() => values.push(run.evaluate(side, frame)));
    run.state = after;
  }
  const [first, ...others] = values;
  return joinAll(needsFalse && first !== undefined ? [emptyOf(first), ...others] : values);
}

/** What is left of a value where it counts as false: of a text the empty one, of something unknown nothing. */
function emptyOf(value: Known): Known {
  return joinAll(
    alternatives(value).map((one) => (one.kind === "scalar" ? { ...one, text: null, madeOf: null } : noneValue)),
  );
}

function makeClass(run: Run, { code }: Extract<Expression, { kind: "class" }>, frame: Frame): Known {
  const members = run.newDict();
  for (const { name, fallback, at } of code.fields) {
    if (fallback !== null) setKey(run, members, constantText(name), run.evaluate(fallback, frame), at);
  }
  return members.kind === "dict" ? { kind: "class", code, frame, members: members.id } : unknownValue;
}

function evaluateCall(run: Run, call: Extract<Expression, { kind: "call" }>, frame: Frame): Known {
  const { callee, at, isNew } = call;
  if (callee.kind !== "member") {
    const target = run.evaluate(callee, frame);
    return run.call(target, giveArguments(run, call.args, frame), at, isNew);
  }
  const of = run.evaluate(callee.of, frame);
  const key = run.evaluate(callee.key, frame);
  const name = key.kind === "scalar" && key.text !== null ? key.text : "";
  const given = giveArguments(run, call.args, frame);
  const results = alternatives(of).map((one) => {
    const own = memberToCall(run, one, name);
    if (own !== null) return run.call(own, given, at, isNew);
    if (one.kind === "native") {
      const path = [...one.path, name];
      const done = callRole(run, { ...one, path }, given, at);
      return done ?? callNative(run, { name, path, of: one, given, at, isNew });
    }
    return callNative(run, { name, path: [name], of: one, given, at, isNew });
  });
  return joinAll(results);
}

/** The function of the file that a method call reaches; null where it is one of the language's own. */
function memberToCall(run: Run, of: Known, name: string): Known | null {
  if (of.kind === "function" && ["call", "bind"].includes(name)) return null;
  if (of.kind === "class") {
    const found = memberOfClass(run, of, name);
    return found.kind === "unknown" ? null : found;
  }
  if (of.kind !== "dict") return null;
  const { entries, madeBy } = run.dictOf(of.id);
  const own = entries.get(name)?.value;
  if (own !== undefined && own.kind !== "scalar")
    return own.kind === "function" ? { ...own, self: own.self ?? of } : own;
  const method = madeBy === null ? null : methodOf(run, madeBy, name);
  return method === null ? null : { ...method, self: of };
}

function giveArguments(run: Run, args: readonly Argument[], frame: Frame): Given {
  const values: Known[] = [];
  const named = new Map<string, Known>();
  const more: Known[] = [];
  for (const { name, value, spread } of args) {
    const one = run.evaluate(value, frame);
    if (name !== null) named.set(name, one);
    else if (spread === "dict") more.push(one);
    else if (spread === "list" && one.kind === "list" && one.items !== null) values.push(...one.items);
    else values.push(spread === "list" ? elementOf(run, one) : one);
  }
  return { values, named, more };
}

function evaluateOperation(
  run: Run,
  operator: string,
  values: readonly Known[],
  operands: readonly Expression[],
  frame: Frame,
): Known {
  const [left, right] = values;
  if (operator === "|" && left?.kind === "dict") {
    const made = copyOf(run, left, 0);
    if (right !== undefined) merge(run, made, right, 0);
    return made;
  }
  const [operand] = operands;
  if (operator === "delete" && operand?.kind === "member") assignTo(run, operand, "delete", unknownValue, frame);
  return operate(operator, values, run.language);
}

/** `[f(x) for x in xs]`, `{k: v for k, v in xs}`. The keys are known where those gone through are. */
function comprehend(
  run: Run,
  { makes, loops, entries }: Extract<Expression, { kind: "comprehension" }>,
  frame: Frame,
): Known {
  const inner = run.frameOf(frame, true);
  for (const { target, over } of loops) {
    assignTo(run, target, "=", elementOf(run, run.evaluate(over, inner)), inner);
  }
  const [entry] = entries;
  if (entry?.kind !== "pair") return unknownValue;
  if (makes === "list") return listOfAny(run.evaluate(entry.value, inner));
  const made = run.newDict();
  const key = run.evaluate(entry.key, inner);
  const value = run.evaluate(entry.value, inner);
  setKey(run, made, key, value, entry.at);
  if (key.kind === "unknown") markOpen(run, made, entry.at);
  return made;
}
