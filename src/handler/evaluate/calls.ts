import { assignTo, withFallback } from "./assignments";
import { copyOf, readKey, setKey } from "./dicts";
import { methodOf } from "./members";
import { callNative, callRole } from "./natives";
import type { Given, Run } from "./run";
import {
  alternatives,
  type ClassValue,
  constantText,
  type Frame,
  type FunctionValue,
  joinAll,
  type Known,
  listOf,
  unknownValue,
} from "./values";

/** Calls whatever it is: a function of the file, a class of it, something from elsewhere. */
export function callAny(run: Run, callee: Known, given: Given, at: number, isNew: boolean): Known {
  const results = alternatives(callee).map((one): Known => {
    if (one.kind === "function") return run.callFunction(one, given);
    if (one.kind === "class") return makeInstance(run, one, given, at);
    if (one.kind === "native") {
      const name = one.path.at(-1) ?? "";
      return callRole(run, one, given, at) ?? callNative(run, { name, path: one.path, of: null, given, at, isNew });
    }
    if (one.kind === "unknown" && one.wraps !== null) return callWrapped(run, one.wraps, given);
    return callNative(run, { name: "", path: [], of: null, given, at, isNew });
  });
  return joinAll(results);
}

/** What code elsewhere made of a function: called with another function it is a decorator, `wraps(f)(g)`. */
function callWrapped(run: Run, wrapped: FunctionValue, given: Given): Known {
  const inner = given.values.find((value) => value.kind === "function");
  return inner?.kind === "function" ? { kind: "unknown", wraps: inner } : run.callFunction(wrapped, given);
}

/** Gives the parameters of a function what it is called with. */
export function bind(run: Run, { code, self, namesItself }: FunctionValue, given: Given, frame: Frame): void {
  const values = namesItself && self !== null ? [self, ...given.values] : given.values;
  if (self !== null) run.state?.names.set(`${frame.id}/this`, self);
  let place = 0;
  for (const { name, target, fallback, rest, at } of code.parameters) {
    if (rest === "dict") {
      const made = run.newDict();
      for (const [key, value] of given.named) setKey(run, made, constantText(key), value, at);
      assignTo(run, target, "=", given.more[0] === undefined ? made : copyOf(run, given.more[0], at), frame);
    } else if (rest === "list") {
      assignTo(run, target, "=", listOf(values.slice(place)), frame);
    } else {
      const handed = values[place] ?? given.named.get(name) ?? fromMore(run, given, name, at);
      place += 1;
      const other =
        fallback === null || (handed !== null && handed.kind !== "unknown") ? null : run.evaluate(fallback, frame);
      assignTo(run, target, "=", handed === null ? (other ?? unknownValue) : withFallback(handed, other), frame);
    }
  }
}

/** `work(**event)`: each parameter is a member of the event. */
function fromMore(run: Run, { more }: Given, name: string, at: number): Known | null {
  return more.length === 0 ? null : joinAll(more.map((one) => readKey(run, one, constantText(name), at)));
}

/** An object of a class of the file: its fields by what it is made with, then what its own beginning does. */
function makeInstance(run: Run, of: ClassValue, given: Given, at: number): Known {
  const made = run.newDict({ madeBy: of });
  const begin = methodOf(run, of, "__init__") ?? methodOf(run, of, "constructor");
  const frame = run.frameOf(of.frame, true);
  run.state?.names.set(`${frame.id}/this`, made);
  let place = 0;
  for (const field of fieldsOf(run, of)) {
    const handed =
      begin === null
        ? (given.values[place] ?? given.named.get(field.name) ?? fromMore(run, given, field.name, at))
        : null;
    place += 1;
    if (handed === null && field.fallback === null) continue;
    const value = handed ?? (field.fallback === null ? unknownValue : run.evaluate(field.fallback, frame));
    setKey(run, made, constantText(field.name), value, field.at);
  }
  if (begin === null) {
    for (const [name, value] of given.named) setKey(run, made, constantText(name), value, at);
  } else run.callFunction({ ...begin, self: made }, given);
  return made;
}

function fieldsOf(run: Run, of: ClassValue, depth = 0): ClassValue["code"]["fields"] {
  const inherited = of.code.bases.flatMap((base) => {
    const found = depth > 8 ? unknownValue : run.evaluate(base, of.frame);
    return found.kind === "class" && found !== of ? fieldsOf(run, found, depth + 1) : [];
  });
  return [...inherited, ...of.code.fields];
}
