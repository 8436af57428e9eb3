import { serialise } from "../definition/serialise";
import { entries, isObject, type ListValue, type Value } from "../definition/value";

/** The indexes of one item in two lists; null where it is in one alone. */
export type Pair = readonly [before: number | null, after: number | null];

/** So many comparisons of items a list may cost; beyond, its items are told by their index alone. */
const mostComparisons = 1_000_000;

/**
 * Which items of two lists are the same one: those of one name, or alike, in the order of both (the longest such order), and between
 * these by their place. So an item that comes or goes in front of others changes none of them.
 */
export function pairItems(before: ListValue, after: ListValue): readonly Pair[] {
  const [olds, news] = [before.map(identity), after.map(identity)];
  let start = 0;
  while (start < olds.length && start < news.length && olds[start] === news[start]) start++;
  let end = 0;
  const shorter = Math.min(olds.length, news.length) - start;
  while (end < shorter && olds[olds.length - 1 - end] === news[news.length - 1 - end]) end++;
  const [oldEnd, newEnd] = [olds.length - end, news.length - end];
  const fits = (oldEnd - start) * (newEnd - start) <= mostComparisons;
  const same = fits ? longestOrder(olds.slice(start, oldEnd), news.slice(start, newEnd)) : [];
  const pairs: Pair[] = [];
  let [was, is] = [0, 0];
  const upTo = (oldTo: number, newTo: number) => {
    while (was < oldTo || is < newTo) pairs.push([was < oldTo ? was++ : null, is < newTo ? is++ : null]);
  };
  upTo(start, start);
  for (const [old, fresh] of same) {
    upTo(start + old, start + fresh);
    upTo(start + old + 1, start + fresh + 1);
  }
  upTo(oldEnd, newEnd);
  upTo(olds.length, news.length);
  return pairs;
}

/** An object goes by what it is called (`Name`, `ChannelName`, `OutputName`), any other item by what it is. */
function identity(item: Value): string {
  if (isObject(item)) {
    const name = entries(item).find(([key, value]) => /Name$/.test(key) && typeof value === "string");
    if (name !== undefined) return `name ${JSON.stringify(name)}`;
  }
  return serialise(item);
}

/** The longest common subsequence of two lists, as pairs of indexes. */
function longestOrder(olds: readonly string[], news: readonly string[]): (readonly [number, number])[] {
  const width = news.length + 1;
  const lengths = new Uint32Array((olds.length + 1) * width);
  const at = (old: number, fresh: number) => lengths[old * width + fresh] ?? 0;
  for (let old = olds.length - 1; old >= 0; old--) {
    for (let fresh = news.length - 1; fresh >= 0; fresh--) {
      lengths[old * width + fresh] =
        olds[old] === news[fresh] ? at(old + 1, fresh + 1) + 1 : Math.max(at(old + 1, fresh), at(old, fresh + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let old = 0, fresh = 0; old < olds.length && fresh < news.length; ) {
    if (olds[old] === news[fresh]) pairs.push([old++, fresh++]);
    else if (at(old + 1, fresh) >= at(old, fresh + 1)) old++;
    else fresh++;
  }
  return pairs;
}
