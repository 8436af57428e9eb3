/** Merges three texts of one file as `mergeDefinitions` merges definitions. */
import { parseDefinition, parseValue } from "../definition/parse";
import { rewrite } from "../definition/rewrite";
import { get, isObject, type ObjectValue, type Value } from "../definition/value";
import { type Conflict, mergeDefinitions, type Side } from "./mergeDefinitions";
import { decisions, mergeValues } from "./mergeValues";

export interface MergedTexts {
  /** Where both have changed the same, the one has it as ours, the other as theirs: elsewhere they are the same text. */
  readonly ours: string;
  readonly theirs: string;
  readonly conflicts: readonly Conflict[];
}

interface Merged {
  readonly merged: Value;
  readonly conflicts: readonly Conflict[];
}

/**
 * Every character of ours that the merge leaves alone stays. Null where one of the three is neither a definition nor a side file; a base
 * of no text is a file that each side has added.
 */
export function mergeTexts(base: string, ours: string, theirs: string): MergedTexts | null {
  const merging = definitionsOf(base, ours, theirs) ?? sideFilesOf(base, ours, theirs);
  if (merging === null) return null;
  const mine = merging(new Map());
  const other = merging(new Map(mine.conflicts.map(({ id }) => [id, "theirs"])));
  return { ours: rewrite(ours, mine.merged), theirs: rewrite(ours, other.merged), conflicts: mine.conflicts };
}

type Merging = (choices: ReadonlyMap<string, Side>) => Merged;

function definitionsOf(...texts: readonly [string, string, string]): Merging | null {
  const read = texts.map((text) => (text.trim() === "" ? nothing : parseDefinition(text)));
  const [base, ours, theirs] = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (base === undefined || ours === undefined || theirs === undefined) return null;
  return (choices) => mergeDefinitions(base, ours, theirs, choices);
}

const nothing: { readonly ok: true; readonly value: ObjectValue } = { ok: true, value: {} };

/** Where both have moved the same card, ours stays: a position is quickly put right. */
const ofNoWeight = ["layout", "ways", "folded", "pins"];

function sideFilesOf(...texts: readonly [string, string, string]): Merging | null {
  const read = texts.map((text) => (text.trim() === "" ? nothing : parseValue(text)));
  const [base, ours, theirs] = read.flatMap((one) => (one.ok && isObject(one.value) ? [one.value] : []));
  if (base === undefined || ours === undefined || theirs === undefined) return null;
  if (get(ours, "version") === undefined || get(theirs, "version") === undefined) return null;
  return (choices) => {
    const { conflicts, deciding } = decisions(choices);
    const decide = deciding(null);
    const merged = mergeValues(base, ours, theirs, (conflict, path) =>
      ofNoWeight.includes(String(path[0])) ? "ours" : decide(conflict, path),
    );
    return { merged: merged ?? ours, conflicts };
  };
}
