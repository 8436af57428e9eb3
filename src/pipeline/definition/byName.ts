/**
 * What is kept by a name is a map, for names are data: an object answers `constructor` without having been given it, and has no place
 * for `__proto__`. These changes answer the same map where nothing changes.
 */
export function withName<Item>(map: ReadonlyMap<string, Item>, name: string, item: Item): ReadonlyMap<string, Item> {
  return map.get(name) === item ? map : new Map(map).set(name, item);
}

export function withoutNames<Item>(
  map: ReadonlyMap<string, Item>,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Item> {
  const left = [...map].filter(([name]) => !names.has(name));
  return left.length === map.size ? map : new Map(left);
}

/** Renames in its place; what had the new name gives way. */
export function withRenamed<Item>(map: ReadonlyMap<string, Item>, from: string, to: string): ReadonlyMap<string, Item> {
  if (!map.has(from) || from === to) return map;
  const others = [...map].filter(([name]) => name !== to);
  return new Map(others.map(([name, item]) => [name === from ? to : name, item]));
}

/** What a table of ours says of a name; undefined for one that it does not list. */
export function lookup<Item>(table: Readonly<Record<string, Item>>, name: string): Item | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
