/** What a step is sent as rows to read: where, what, and where it came from. */
import { type Path, printPath, startsWith } from "../../definition/path";
import { serialise } from "../../definition/serialise";
import { entries, get, isList, isObject, type Value } from "../../definition/value";
import { expressionWords } from "../../references/expressionWords";
import { readExpression } from "../../references/read";
import type { Unresolved } from "./resolve";

export interface ValueRow {
  /** Printed path: of the request without `Arguments`, of the output. */
  readonly path: string;
  /** Null where nobody tells. */
  readonly value: string | null;
  /** The reference or the text that it came from, null for a literal. */
  readonly from: string | null;
  /** Why there is no value. */
  readonly why: string | null;
}

/**
 * One row for each leaf and for each expression of what was written, with the value that it came to. `path` is where `written` stands in
 * its step: `["Arguments"]`.
 */
export function valueRows(
  written: Value,
  sent: Value | undefined,
  path: Path,
  unresolved: readonly Unresolved[],
): ValueRow[] {
  if (readExpression(written) !== null) {
    const open = unresolved.find((one) => startsWith(one.path, path));
    const value = open === undefined && sent !== undefined ? shownValue(sent) : null;
    return [{ path: printPath(path.slice(1)), value, from: originOf(written), why: open?.why ?? null }];
  }
  if (isList(written) && written.length > 0) {
    return written.flatMap((item, index) =>
      valueRows(item, isList(sent) ? sent[index] : undefined, [...path, index], unresolved),
    );
  }
  const members = entries(written);
  if (isObject(written) && members.length > 0) {
    return members.flatMap(([key, item]) => valueRows(item, get(sent, key), [...path, key], unresolved));
  }
  return path.length < 2 ? [] : [{ path: printPath(path.slice(1)), value: shownValue(written), from: null, why: null }];
}

/** `Preprocess · train_path`, `Parameter Bucket`; a text with references in it in a few words. */
function originOf(written: Value): string {
  const expression = readExpression(written);
  if (expression?.kind !== "get") return expressionWords(written);
  const { reference } = expression;
  switch (reference.kind) {
    case "step":
      return `${reference.step} · ${reference.property}`;
    case "parameter":
      return `Parameter ${reference.name}`;
    case "execution":
      return `Execution ${reference.variable}`;
    default:
      return expressionWords(written);
  }
}

/** Texts as they are, all else as JSON. */
export function shownValue(value: Value): string {
  return typeof value === "string" ? value : serialise(value);
}
