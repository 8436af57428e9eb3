import type { ClassCode, FunctionCode } from "../code/code";

export type OutputType = "String" | "Integer" | "Float" | "Boolean";

/** What is known of a value without running anything. */
export type Known =
  | Scalar
  | { readonly kind: "dict"; readonly id: number }
  /** `items` where each place is known. */
  | { readonly kind: "list"; readonly items: readonly Known[] | null; readonly element: Known }
  | { readonly kind: "none" }
  /** `wraps`: a function that was given to code elsewhere, which gave this back: `middy(handler)`. */
  | { readonly kind: "unknown"; readonly wraps: FunctionValue | null }
  /** Of a call that never comes back, or of one to itself. */
  | { readonly kind: "never" }
  | FunctionValue
  | ClassValue
  | NativeValue
  | { readonly kind: "oneOf"; readonly of: readonly Known[] };

export interface Scalar {
  readonly kind: "scalar";
  readonly type: OutputType;
  readonly isGuess: boolean;
  /** The text itself, where it is a constant. */
  readonly text: string | null;
  /** The number itself, where it is a constant. */
  readonly number: number | null;
  /** What a JSON text was made of. */
  readonly madeOf: Known | null;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly code: FunctionCode;
  readonly frame: Frame;
  /** The object whose method it is. */
  readonly self: Known | null;
  readonly namesItself: boolean;
}

export interface ClassValue {
  readonly kind: "class";
  readonly code: ClassCode;
  readonly frame: Frame;
  /** The class's own members. */
  readonly members: number;
}

/** Something that the file does not define: `json.dumps`, `os.environ`, the handler's context. */
export interface NativeValue {
  readonly kind: "native";
  readonly path: readonly string[];
  readonly role: "callback" | "context" | "resolve" | null;
  /** Where what `resolve` is given goes. */
  readonly sink: Known[] | null;
}

/** The names of one call or block. */
export interface Frame {
  readonly id: number;
  readonly parent: Frame | null;
  readonly isFunction: boolean;
  /** Names that belong to a frame further out: Python's `global` and `nonlocal`. */
  readonly outer: Set<string>;
}

/** A dictionary, as it is at one place of the code. */
export interface Dict {
  readonly entries: ReadonlyMap<string, Slot>;
  /** Where keys came in that cannot be known. */
  readonly openAt: number | null;
  /** Whether what it has not of its own is a member of the event. */
  readonly isEvent: boolean;
  readonly madeBy: ClassValue | null;
}

export interface Slot {
  readonly value: Known;
  readonly at: number;
}

export const unknownValue: Known = { kind: "unknown", wraps: null };
export const noneValue: Known = { kind: "none" };
export const neverValue: Known = { kind: "never" };

export function scalar(type: OutputType, isGuess = false): Scalar {
  return { kind: "scalar", type, isGuess, text: null, number: null, madeOf: null };
}

export function constantText(text: string): Scalar {
  return { ...scalar("String"), text };
}

export function constantNumber(number: number, isFloat: boolean): Scalar {
  return { ...scalar(isFloat ? "Float" : "Integer"), number };
}

export function native(...path: readonly string[]): NativeValue {
  return { kind: "native", path, role: null, sink: null };
}

export function listOf(items: readonly Known[]): Known {
  return { kind: "list", items, element: joinAll(items) };
}

export function listOfAny(element: Known = unknownValue): Known {
  return { kind: "list", items: null, element };
}

/** The values that it may be, one by one. */
export function alternatives(value: Known): readonly Known[] {
  return value.kind === "oneOf" ? value.of : [value];
}

const most = 50;

/** A value that may be any of these. */
export function joinAll(values: readonly Known[]): Known {
  const all: Known[] = [];
  for (const one of values.flatMap(alternatives)) {
    if (one.kind === "never" || all.some((other) => isSame(one, other))) continue;
    if (all.length >= most) return unknownValue;
    all.push(one);
  }
  const [first] = all;
  if (first === undefined) return neverValue;
  return all.length === 1 ? first : { kind: "oneOf", of: all };
}

function isSame(left: Known, right: Known): boolean {
  if (left === right) return true;
  if (left.kind === "scalar" && right.kind === "scalar") {
    const alike = left.type === right.type && left.isGuess === right.isGuess && left.madeOf === right.madeOf;
    return alike && left.text === right.text && left.number === right.number;
  }
  if (left.kind === "dict" && right.kind === "dict") return left.id === right.id;
  if (left.kind === "function" && right.kind === "function") {
    return left.code === right.code && left.frame === right.frame && left.self === right.self;
  }
  if (left.kind === "unknown" && right.kind === "unknown") return left.wraps === right.wraps;
  return left.kind === "none" && right.kind === "none";
}

/** The texts that a key may be; null where one of them is not known. */
export function textsOf(key: Known): readonly string[] | null {
  const texts = alternatives(key).map((one) => {
    if (one.kind !== "scalar") return null;
    return one.text ?? (one.number === null ? null : String(one.number));
  });
  return texts.every((text) => text !== null) ? texts : null;
}
