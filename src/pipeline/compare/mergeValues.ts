/** Three-way merge of values: what one side alone changed is taken, what both changed differently is a conflict to decide. */
import { type Path, printPath } from "../definition/path";
import { type Entry, get, isList, isObject, keys, objectOf, sameValue, text, type Value } from "../definition/value";

export type Side = "ours" | "theirs";

/** A place where both sides have changed the same, each to something else; undefined where a side has nothing there. */
export interface Conflict {
  /** The same for the same place each time the same three are merged. */
  readonly id: string;
  /** The step that it is in, null outside of steps. */
  readonly step: string | null;
  /** Where in it, as people read it; "" for all of it. */
  readonly field: string;
  readonly base: Value | undefined;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

export type Decide = (conflict: Omit<Conflict, "id" | "step" | "field">, path: Path) => Side;

type MaybeValue = Value | undefined;

/**
 * Merges by key, and lists by what names their items (`Name`, `ChannelName`, `id` …); other lists where each side changed another stretch.
 * Undefined stands for what is not there. `decide` is asked about each conflict.
 */
export function mergeValues(
  base: MaybeValue,
  ours: MaybeValue,
  theirs: MaybeValue,
  decide: Decide,
  path: Path = [],
): MaybeValue {
  const simple = oneSided(base, ours, theirs, sameValue);
  if (simple !== null) return simple.value;
  if (isObject(ours) && isObject(theirs) && (isObject(base) || base === undefined)) {
    const made: Entry[] = [];
    for (const key of mergeOrder(keys(base), keys(ours), keys(theirs))) {
      const value = mergeValues(get(base, key), get(ours, key), get(theirs, key), decide, [...path, key]);
      if (value !== undefined) made.push([key, value]);
    }
    return objectOf(made);
  }
  if (isList(ours) && isList(theirs) && (isList(base) || base === undefined)) {
    const merged = mergeLists(base ?? [], ours, theirs, decide, path);
    if (merged !== null) return merged;
  }
  return decide({ base, ours, theirs }, path) === "ours" ? ours : theirs;
}

/** What it comes to where at most one side changed it; null where both did, differently. */
export function oneSided<T>(
  base: T,
  ours: T,
  theirs: T,
  same: (left: T, right: T) => boolean,
): { readonly value: T } | null {
  if (same(ours, theirs) || same(base, theirs)) return { value: ours };
  return same(base, ours) ? { value: theirs } : null;
}

/** All keys of both sides: in their order where ours is still the base's, else in ours; what the other has more follows what it follows there. */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [mine, old] = [new Set(ours), new Set(base)];
  const was = base.filter((key) => mine.has(key));
  const is = ours.filter((key) => old.has(key));
  const kept = was.every((key, index) => key === is[index]);
  const [first, second] = kept ? [theirs, ours] : [ours, theirs];
  const order = [...first];
  const known = new Set(first);
  second.forEach((key, index) => {
    if (known.has(key)) return;
    const before = second[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    known.add(key);
  });
  return order;
}

type List = readonly Value[];

function mergeLists(base: List, ours: List, theirs: List, decide: Decide, path: Path): List | null {
  const name = namesOf([...base, ...ours, ...theirs], path);
  const named =
    name === null ? null : [base, ours, theirs].map((list) => new Map(list.map((item) => [name(item), item])));
  const [olds, mine, others] = named ?? [];
  const isUnique = named?.every((map, index) => map.size === [base, ours, theirs][index]?.length) ?? false;
  if (!isUnique || olds === undefined || mine === undefined || others === undefined)
    return mergeStretches(base, ours, theirs);
  return mergeOrder([...olds.keys()], [...mine.keys()], [...others.keys()]).flatMap((key) => {
    const value = mergeValues(olds.get(key), mine.get(key), others.get(key), decide, [...path, key]);
    return value === undefined ? [] : [value];
  });
}

const naming = [
  "Name",
  "OutputName",
  "InputName",
  "ChannelName",
  "VariantName",
  "PropertyFileName",
  "StepName",
  "Key",
  "id",
];

/** What tells the items of a list apart; null where nothing does. The steps that a step waits for are a set. */
function namesOf(items: List, path: Path): ((item: Value) => string) | null {
  if (items.every((item) => typeof item === "string"))
    return path.at(-1) === "DependsOn" ? (item) => String(item) : null;
  const key = naming.find((candidate) => items.every((item) => text(get(item, candidate)) !== undefined));
  return key === undefined ? null : (item) => text(get(item, key)) ?? "";
}

/** Both sides' one changed stretch of a list, where the two do not touch. */
function mergeStretches(base: List, ours: List, theirs: List): List | null {
  const mine = changedStretch(base, ours);
  const other = changedStretch(base, theirs);
  const [first, second] = mine.from <= other.from ? [mine, other] : [other, mine];
  if (first.to >= second.from) return null;
  return [
    ...base.slice(0, first.from),
    ...first.items,
    ...base.slice(first.to, second.from),
    ...second.items,
    ...base.slice(second.to),
  ];
}

function changedStretch(base: List, now: List): { readonly from: number; readonly to: number; readonly items: List } {
  const shorter = Math.min(base.length, now.length);
  let head = 0;
  while (head < shorter && sameValue(base[head], now[head])) head++;
  let tail = 0;
  while (tail < shorter - head && sameValue(base.at(-1 - tail), now.at(-1 - tail))) tail++;
  return { from: head, to: base.length - tail, items: now.slice(head, now.length - tail) };
}

/** Notes each conflict once, and decides as chosen; what is not chosen yet stays ours. */
export function decisions(choices: ReadonlyMap<string, Side>) {
  const conflicts: Conflict[] = [];
  const deciding =
    (step: string | null): Decide =>
    ({ base, ours, theirs }, path) => {
      const field = printPath(path);
      const id = JSON.stringify([step, field]);
      conflicts.push({ id, step, field, base, ours, theirs });
      return choices.get(id) ?? "ours";
    };
  return { conflicts, deciding };
}
