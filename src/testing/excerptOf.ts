import type { Path } from "../pipeline/definition/path";
import { stepsByKey } from "../pipeline/graph/stepTree";
import type { Problem } from "../pipeline/problems";
import { definitionOf } from "./load";

type Plain = Readonly<Record<string, unknown>>;

const width = 120;
const longestText = 60;
const longestList = 6;

/** The part of a definition that a problem is about, as JSON: its step, cut down to the place. Null where that is not in the definition. */
export function excerptOf(definition: object, { step, steps, at }: Problem): string | null {
  if (step === null) {
    if (steps !== undefined) return print({ Steps: (definition as Plain).Steps }, "");
    return at.length === 0 ? null : print(along(definition, at), "");
  }
  const entry = stepsByKey(definitionOf(definition)).get(step);
  if (entry === undefined) return null;
  const whole = entry.path.reduce<unknown>((value, key) => (value as Plain)[key], definition) as Plain;
  if (at.length === 0) return print(whole, "");
  const { Name, Type } = whole;
  const [key = "", ...below] = at;
  return print({ Name, Type, ...(along({ [key]: whole[key] }, [key, ...below]) as Plain) }, "");
}

/** A value without what does not lie on the way; beside the last key what is short stays, to be recognised by. */
function along(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return key in value ? [along(value[key as number], rest)] : value;
  if (!(key in value)) return value;
  const stays = (one: string, other: unknown) => one === key || (rest.length === 0 && inOneLine(other).length <= 60);
  const members = Object.entries(value).filter(([one, other]) => stays(one, other));
  return Object.fromEntries(members.map(([one, member]) => [one, one === key ? along(member, rest) : member]));
}

/** JSON that breaks lines only where it must. */
function print(value: unknown, indent: string): string {
  const line = inOneLine(value);
  if (indent.length + line.length <= width || typeof value !== "object" || value === null) return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? shortened(value).map((one) => inner + print(one, inner))
    : members(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${print(one, inner)}`);
  return `${isList ? "[" : "{"}\n${parts.join(",\n")}\n${indent}${isList ? "]" : "}"}`;
}

function inOneLine(value: unknown): string {
  if (typeof value === "string") return quoted(value.length > longestText ? `${value.slice(0, 20)}…` : value);
  if (Array.isArray(value)) return `[${shortened(value).map(inOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const inside = members(value).map(([key, one]) => `${JSON.stringify(key)}: ${inOneLine(one)}`);
  return inside.length === 0 ? "{}" : `{ ${inside.join(", ")} }`;
}

function members(value: object) {
  return Object.entries(value).filter(([, one]) => one !== undefined);
}

function shortened(list: readonly unknown[]): readonly unknown[] {
  return list.length > longestList ? [...list.slice(0, 2), `… ${list.length - 3} more`, list.at(-1)] : list;
}

/** What has no picture of its own is written as its code. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/\p{Cf}/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
