import { entries, get, isList, isObject, objectOf, sameValue, type Value } from "./value";

/**
 * A value that was read anew, with the parts of the old one wherever they are the same: what was remembered of a step (its edges, its
 * problems, its card) holds on while another one is typed in.
 */
export function keepSame(before: Value | undefined, after: Value): Value {
  if (before === undefined || before === after) return after;
  if (isList(after)) return isList(before) ? keepSameList(before, after) : after;
  if (!isObject(after)) return sameValue(before, after) ? before : after;
  if (!isObject(before)) return after;
  const olds = entries(before);
  const news = entries(after);
  let same = olds.length === news.length;
  const made = news.map((entry, index) => {
    const [key, value] = entry;
    const old = olds[index];
    const inPlace = old !== undefined && old[0] === key;
    const kept = keepSame(inPlace ? old[1] : get(before, key), value);
    if (inPlace && kept === old[1]) return old;
    same = false;
    return [key, kept] as const;
  });
  return same ? before : objectOf(made);
}

/** Items with a name are compared by it, so that a step put in before others leaves those the same. */
function keepSameList(before: readonly Value[], after: readonly Value[]): readonly Value[] {
  const named = new Map(before.map((item) => [get(item, "Name"), item]));
  const made = after.map((item, index) => {
    const name = get(item, "Name");
    return keepSame(typeof name === "string" ? named.get(name) : before[index], item);
  });
  return made.length === before.length && made.every((item, index) => item === before[index]) ? before : made;
}
