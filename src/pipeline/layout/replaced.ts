/**
 * A map of thousands in which the values of a few keys are others, made without going through it: at each move of a drag there is one.
 * The keys and their order are those of the map below.
 */
export class Replaced<V> implements ReadonlyMap<string, V> {
  /** What it was made from, itself no such map. */
  readonly below: ReadonlyMap<string, V>;
  readonly changes: ReadonlyMap<string, V>;

  /** @param changes for keys that `map` has; of others nothing comes. */
  constructor(map: ReadonlyMap<string, V>, changes: ReadonlyMap<string, V>) {
    this.below = map instanceof Replaced ? map.below : map;
    const all = map instanceof Replaced ? new Map<string, V>(map.changes) : new Map<string, V>();
    for (const [key, value] of changes) if (this.below.has(key)) all.set(key, value);
    this.changes = all;
  }

  get size(): number {
    return this.below.size;
  }

  has(key: string): boolean {
    return this.below.has(key);
  }

  get(key: string): V | undefined {
    return this.changes.get(key) ?? this.below.get(key);
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.below) yield [key, this.changes.get(key) ?? value];
  }

  keys(): MapIterator<string> {
    return this.below.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}

/** The map whose keys a map has: what depends on the keys alone is remembered of it. */
export function keysOf<V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return map instanceof Replaced ? map.below : map;
}
