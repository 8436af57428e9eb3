/**
 * What every client of the local region has to find: `interop/contract.jsonl`, one case a line, run by boto3 in `interop/test_contract.py`
 * and by the JavaScript SDK. The first line holds the definitions that the others name as `@NAME`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface ContractCall {
  /** The operation, as the API writes it. */
  readonly call: string;
  /** Its request. `$p` is the case's pipeline, `$P` its ARN, `$t` a token, and `$NAME` what was kept. */
  readonly with: Readonly<Record<string, Json>>;
  /** What the answer has at least; a text `re:…` is a pattern. */
  readonly gives?: Json;
  readonly lacks?: readonly string[];
  /** It is called until the answer has this. */
  readonly until?: Json;
  /** The error's code, and a part of its message. */
  readonly refused?: readonly [code: string, words: string];
  /** Names for members of the answer, by their paths. */
  readonly keep?: Readonly<Record<string, string>>;
}

export interface ContractCase {
  readonly name: string;
  /** Where it is written that it is so. */
  readonly source: string;
  /** The definition that its pipeline has from the start; without it there is none. */
  readonly on?: string;
  readonly calls: readonly ContractCall[];
}

const [first = "{}", ...lines] = readFileSync(join(import.meta.dirname, "../../interop/contract.jsonl"), "utf8")
  .trimEnd()
  .split("\n");
const { definitions }: { definitions: Readonly<Record<string, Json>> } = JSON.parse(first);

export const contractCases: readonly ContractCase[] = lines.map((line) => JSON.parse(line));

/** A value of a case with its names replaced by what they stand for. */
export function filledIn(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === "string") {
    if (value.startsWith("@")) return JSON.stringify(definitions[value.slice(1)]);
    return [...names].reduce((text, [name, stands]) => text.replaceAll(name, stands), value);
  }
  if (Array.isArray(value)) return value.map((each) => filledIn(each, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filledIn(each, names)]));
}

/** Where an answer is not what a case expects of it; null where it is. */
export function differsAt(given: unknown, expected: Json, path = "answer"): string | null {
  if (typeof expected === "string" && expected.startsWith("re:")) {
    return new RegExp(expected.slice(3)).test(String(given)) ? null : `${path} is ${JSON.stringify(given)}`;
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(given) || given.length !== expected.length) return `${path} is ${JSON.stringify(given)}`;
    return expected.reduce<string | null>(
      (found, each, at) => found ?? differsAt(given[at], each, `${path}.${at}`),
      null,
    );
  }
  if (typeof expected !== "object" || expected === null) {
    return given === expected ? null : `${path} is ${JSON.stringify(given)}, not ${JSON.stringify(expected)}`;
  }
  const members = typeof given === "object" && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  return Object.entries(expected).reduce<string | null>(
    (found, [key, each]) => found ?? differsAt(members[key], each, `${path}.${key}`),
    null,
  );
}
