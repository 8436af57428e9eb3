/** The made table, in which what equals its value of before is the object of before; where nothing differs, the table of before. */
export function keepSame<T extends object>(
  made: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  if (before === undefined) return made;
  const kept = new Map<string, T>();
  let changed = made.size !== before.size;
  for (const [key, value] of made) {
    const old = before.get(key);
    const same = old !== undefined && sameFields(old, value);
    kept.set(key, same ? old : value);
    if (!same) changed = true;
  }
  return changed ? kept : before;
}

/** All members are texts, booleans and nulls. */
function sameFields<T extends object>(left: T, right: T): boolean {
  const [ours, theirs] = [Object.entries(left), new Map(Object.entries(right))];
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.get(key) === value);
}
