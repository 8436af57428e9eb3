import { copyOf, elementOf, merge, readKey, removeKey, setKey } from "./dicts";
import { typeGivenBy, typeOfPath } from "./nativeTypes";
import { type Given, given, nothingGiven, type Run } from "./run";
import {
  alternatives,
  type FunctionValue,
  joinAll,
  type Known,
  listOf,
  listOfAny,
  type NativeValue,
  neverValue,
  noneValue,
  scalar,
  textsOf,
  unknownValue,
} from "./values";

/** A call of something that the file does not define: a function by its name, or a method of a value. */
export interface NativeCall {
  readonly name: string;
  readonly path: readonly string[];
  /** What a method belongs to; null for a function. */
  readonly of: Known | null;
  readonly given: Given;
  readonly at: number;
  readonly isNew: boolean;
}

type Native = (run: Run, call: NativeCall) => Known;

const same: Native = (_run, { given: { values }, of }) => values[0] ?? of ?? unknownValue;

/** `x.result()`, `x.copy()`: of functions without an argument, what they belong to. */
const itself: Native = (_run, { of }) => of ?? unknownValue;

/** `{...}` by `dict(a=1, **b)`, `Object.assign({}, a)`. */
const makeDict: Native = (run, { given: all, at }) => {
  const made = run.newDict();
  fill(run, made, all.values, all, at);
  return made;
};

function fill(run: Run, target: Known, from: readonly Known[], { named, more }: Given, at: number): void {
  for (const one of [...from, ...more]) merge(run, target, one, at);
  for (const [name, value] of named) setKey(run, target, { ...scalar("String"), text: name }, value, at);
}

/** A list, or what a list would be made of, gone through by a function. */
const goThrough: Native = (run, call) => {
  const [first, second] = call.given.values;
  const isMethod = call.of !== null && functionsIn([first]).length > 0;
  const [code, list] = isMethod ? [first, call.of] : [first, second ?? call.of];
  const element = list === null ? unknownValue : elementOf(run, list);
  const results = functionsIn([code]).map((one) => maybeCall(run, one, given(element)));
  return listOfAny(results.length === 0 ? unknownValue : joinAll(results));
};

/** `promise.then(done, failed)`: what the function gives. */
const then: Native = (run, { of, given: { values } }) => {
  const [done, failed] = values;
  const result = functionsIn([done]).map((one) => run.callFunction(one, given(of ?? unknownValue)));
  const other = functionsIn([failed]).map((one) => maybeCall(run, one, given(unknownValue)));
  return joinAll([...(result.length === 0 ? [of ?? unknownValue] : result), ...other]);
};

/** `promise.catch(failed)`: the promise's own value, or the function's. */
const catchIt: Native = (run, { of, given: { values } }) => {
  const other = functionsIn(values).map((one) => maybeCall(run, one, given(unknownValue)));
  return joinAll([of ?? unknownValue, ...other]);
};

/** `reduce(add, start)`: what it starts with, and what the function makes of it. */
const reduce: Native = (run, { given: { values }, of }) => {
  const code = functionsIn(values)[0];
  const start = values.filter((value) => value.kind !== "function").at(-1) ?? unknownValue;
  if (code === undefined) return unknownValue;
  return joinAll([start, maybeCall(run, code, given(start, of === null ? unknownValue : elementOf(run, of)))]);
};

const gather: Native = (_run, { given: { values } }) => {
  const [first] = values;
  return values.length === 1 && first?.kind === "list" ? first : listOf(values);
};

/** `pool.submit(work, event)`: the call happens elsewhere, the value is the same. */
const submit: Native = (run, { given: all, at }) => {
  const start = all.values.findIndex(({ kind }) => kind === "function");
  const code = all.values[start];
  return code === undefined ? unknownValue : run.call(code, { ...all, values: all.values.slice(start + 1) }, at, false);
};

/** `zip(KEYS, values)`: pairs, where the places of both are known. */
const zip: Native = (run, { given: { values } }) => {
  const lists = values.map((value) => (value.kind === "list" ? value.items : null));
  const [first] = lists;
  if (first == null || lists.some((list) => list === null)) {
    return listOfAny(listOf(values.map((value) => elementOf(run, value))));
  }
  const shortest = Math.min(...lists.map((list) => list?.length ?? 0));
  return listOf(first.slice(0, shortest).map((_, place) => listOf(lists.map((list) => list?.[place] ?? unknownValue))));
};

const toJson: Native = (_run, { given: { values } }) => ({ ...scalar("String"), madeOf: values[0] ?? null });

const fromJson: Native = (_run, { given: { values } }) => {
  const made = values.flatMap(alternatives).map((one) => (one.kind === "scalar" ? one.madeOf : null) ?? unknownValue);
  return made.length === 0 ? unknownValue : joinAll(made);
};

const round: Native = (_run, { given: { values }, path }) =>
  scalar(values.length > 1 && path[0] !== "Math" ? "Float" : "Integer");

const largest: Native = (run, { given: { values } }) => {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return elementOf(run, only);
  return values.length === 0 ? unknownValue : joinAll(values);
};

const sum: Native = (run, { given: { values } }) => {
  const [list] = values;
  const element = list === undefined ? unknownValue : elementOf(run, list);
  return element.kind === "scalar" && element.type !== "String" ? element : scalar("Float", true);
};

const number: Native = () => scalar("Float", true);

/** Several names of one meaning. */
const each = (names: string, native: Native) => names.split(" ").map((name): [string, Native] => [name, native]);

/** Functions that need more than their name to say what they give. */
const functions: ReadonlyMap<string, Native> = new Map<string, Native>([
  ...each("dict OrderedDict fromEntries defaultdict", makeDict),
  ...each("run run_until_complete ensure_future create_task wait_for shield freeze seal structuredClone", same),
  ...each("deepcopy asdict vars resolve from_dict from", same),
  ...each(".result .dict .model_dump ._asdict .toObject .finally .to_dict", itself),
  ["copy", (run, call) => copyOf(run, call.given.values[0] ?? unknownValue, call.at)],
  ["cast", (_run, { given: { values } }) => values.at(-1) ?? unknownValue],
  ["assign", assign],
  ["map", goThrough],
  ...each(".map .flatMap .forEach .filter", goThrough),
  [".then", then],
  [".catch", catchIt],
  ["reduce", reduce],
  [".reduce", reduce],
  ...each(".gather .all .allSettled", gather),
  ...each("submit run_in_executor to_thread apply_async", submit),
  ...each("dumps stringify", toJson),
  ...each("loads parse", fromJson),
  ["round", round],
  ...each("max min abs", largest),
  ["sum", sum],
  ["zip", zip],
  ["Number", number],
  ["pow", number],
  ["now", (_run, { path }) => (path.at(-2) === "Date" ? scalar("Integer") : unknownValue)],
  ["Promise", promise],
]);

function assign(run: Run, { given: all, at }: NativeCall): Known {
  const [target, ...from] = all.values;
  if (target === undefined) return unknownValue;
  fill(run, target, from, all, at);
  return target;
}

/** `new Promise((resolve, reject) => …)`: whatever `resolve` is given. */
function promise(run: Run, { given: { values } }: NativeCall): Known {
  const [code] = functionsIn(values);
  if (code === undefined) return unknownValue;
  const sink: Known[] = [];
  const resolve: NativeValue = { kind: "native", path: ["resolve"], role: "resolve", sink };
  run.callFunction(code, given(resolve, unknownValue));
  return sink.length === 0 ? unknownValue : joinAll(sink);
}

function functionsIn(values: readonly (Known | undefined)[]): FunctionValue[] {
  return values
    .flatMap((value) => (value === undefined ? [] : alternatives(value)))
    .flatMap((value) =>
      value.kind === "function" ? [value] : value.kind === "unknown" && value.wraps ? [value.wraps] : [],
    );
}

/** A call that may happen or not, once or often. */
function maybeCall(run: Run, code: FunctionValue, what: Given): Known {
  let result: Known = neverValue;
  const after = run.aside(() => {
    result = run.callFunction(code, what);
  });
  run.state = after;
  return result;
}

/** Calls something that the file does not define. */
export function callNative(run: Run, call: NativeCall): Known {
  const { name, of, path } = call;
  const byName = (of === null ? undefined : functions.get(`.${name}`)) ?? functions.get(name);
  if (byName !== undefined && !(of !== null && of.kind === "dict" && name === "copy")) return byName(run, call);
  if (of !== null && alternatives(of).some(({ kind }) => kind === "dict")) return callOnDict(run, call, of);
  if (name === "slice") return listOrText(of);
  const codes = functionsIn([...call.given.values, ...call.given.named.values()]);
  for (const code of codes) maybeCall(run, code, nothingGiven);
  if ((name === "get" || name === "pop") && codes.length === 0) return getElsewhere(call);
  const type = typeGivenBy(name);
  if (type === "list") return listOfAny(elementOf(run, call.given.values[0] ?? of ?? unknownValue));
  if (type !== null) return scalar(type);
  const known = typeOfPath(path);
  if (known !== null) return scalar(known);
  const wrapped = of?.kind === "unknown" ? of.wraps : null;
  return { kind: "unknown", wraps: codes[0] ?? wrapped };
}

/** `x.get(key, other)` of something unknown: of the other's type, perhaps. `os.environ.get` gives a text. */
function getElsewhere({ path, given: { values } }: NativeCall): Known {
  if (path.includes("environ")) return scalar("String");
  return perhapsLike(values[1]);
}

/** A value that is likely of the type of what stands in for it. */
function perhapsLike(other: Known | undefined): Known {
  if (other === undefined || other.kind === "none") return unknownValue;
  return other.kind === "scalar" ? scalar(other.type, true) : joinAll([unknownValue, other]);
}

function listOrText(of: Known | null): Known {
  const isText = of?.kind === "scalar" && of.type === "String";
  if (isText) return scalar("String", of.isGuess);
  return of?.kind === "list" ? { ...of, items: null } : unknownValue;
}

function callOnDict(run: Run, call: NativeCall, of: Known): Known {
  const { name, given: all, at } = call;
  const [first, second] = all.values;
  switch (name) {
    case "get":
    case "pop": {
      if (first === undefined) return unknownValue;
      const read = readKey(run, of, first, at);
      if (name === "pop") removeKey(run, of, first);
      if (read.kind === "unknown") return perhapsLike(second);
      return second === undefined || !alternatives(read).some(({ kind }) => kind === "unknown")
        ? read
        : joinAll([read, second]);
    }
    case "setdefault": {
      if (first === undefined) return unknownValue;
      const before = textsOf(first)?.every((text) => hasKey(run, of, text)) === true;
      if (before) return readKey(run, of, first, at);
      setKey(run, of, first, second ?? noneValue, at);
      return second ?? unknownValue;
    }
    case "update":
      fill(run, of, all.values, all, at);
      return noneValue;
    case "copy":
      return copyOf(run, of, at);
    case "set":
      if (first !== undefined) setKey(run, of, first, second ?? unknownValue, at);
      return of;
    case "items":
      return pairsOf(run, of);
    case "values":
      return listOfAny();
    case "keys":
      return listOfAny(elementOf(run, of));
    case "clear":
      return noneValue;
    default: {
      const type = typeGivenBy(name);
      return type === null || type === "list" ? unknownValue : scalar(type);
    }
  }
}

function hasKey(run: Run, of: Known, key: string): boolean {
  return alternatives(of).every((one) => one.kind === "dict" && run.dictOf(one.id).entries.has(key));
}

function pairsOf(run: Run, of: Known): Known {
  const pairs = alternatives(of).flatMap((one) => {
    if (one.kind !== "dict") return [listOf([unknownValue, unknownValue])];
    const { entries, openAt, isEvent } = run.dictOf(one.id);
    const rest = openAt !== null || isEvent ? [listOf([unknownValue, unknownValue])] : [];
    return [...[...entries].map(([text, { value }]) => listOf([{ ...scalar("String"), text }, value])), ...rest];
  });
  return listOf(pairs);
}

/** `callback(null, answer)`, `context.succeed(answer)`, `resolve(answer)`; null for a call of anything else. */
export function callRole(run: Run, { role, sink, path }: NativeValue, { values }: Given, at: number): Known | null {
  if (role === "resolve") sink?.push(values[0] ?? noneValue);
  else if (role === "callback" || (role === "context" && path.at(-1) === "done")) {
    if (values[1] !== undefined) run.answer(values[1], at);
  } else if (role === "context" && path.at(-1) === "succeed") run.answer(values[0] ?? noneValue, at);
  else return null;
  return noneValue;
}
