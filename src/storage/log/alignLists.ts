import type { ListValue, Value } from "../../pipeline/definition/value";

/** Items that two lists do not share, between two that they do. */
export interface Gap {
  /** Where it begins in the old list, and how many old items it holds. */
  readonly from: number;
  readonly count: number;
  /** Where it begins in the new list, and how many new items it holds. */
  readonly start: number;
  readonly items: number;
}

/** Where two lists differ, in order. Items are the same when they are the same object, or the same scalar. */
export function alignLists(before: ListValue, after: ListValue): Gap[] {
  const gaps: Gap[] = [];
  let from = 0;
  let start = 0;
  for (const [old, fresh] of [...anchors(before, after), [before.length, after.length] as const]) {
    if (old > from || fresh > start) gaps.push({ from, count: old - from, start, items: fresh - start });
    from = old + 1;
    start = fresh + 1;
  }
  return gaps;
}

/** The longest run of shared items that stand in the same order in both lists, as pairs of places. */
function anchors(before: ListValue, after: ListValue): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const end = Math.min(before.length, after.length);
  let head = 0;
  while (head < end && before[head] === after[head]) {
    pairs.push([head, head]);
    head++;
  }
  let tail = 0;
  while (tail < end - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  pairs.push(...rising(matches(before, after, head, tail)));
  for (; tail > 0; tail--) pairs.push([before.length - tail, after.length - tail]);
  return pairs;
}

/** For each new item that also stands in the old list: the pair of places, each old place used once. */
function matches(before: ListValue, after: ListValue, head: number, tail: number): (readonly [number, number])[] {
  const places = new Map<Value, number[]>();
  for (let i = before.length - tail - 1; i >= head; i--) {
    const item = before[i];
    if (item === undefined) continue;
    const known = places.get(item);
    if (known === undefined) places.set(item, [i]);
    else known.push(i);
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = head; i < after.length - tail; i++) {
    const item = after[i];
    const place = item === undefined ? undefined : places.get(item)?.pop();
    if (place !== undefined) pairs.push([place, i]);
  }
  return pairs;
}

/** The longest subsequence whose old places rise (patience sorting). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const previous: number[] = [];
  const placeOf = (index: number) => pairs[index]?.[0] ?? -1;
  pairs.forEach((pair, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(tops[middle] ?? -1) < pair[0]) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}
