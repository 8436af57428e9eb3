/**
 * Remembers what was computed of the objects that were asked about last; what is forgotten is computed again. `compute` is pure. Where
 * the argument beside the object is another one than last time, it is computed anew.
 */
export function recently<Key extends object, Other, T>(
  most: number,
  compute: (key: Key, other: Other) => T,
): (key: Key, other: Other) => T {
  const known = new Map<Key, { readonly other: Other; readonly value: T }>();
  return (key, other) => {
    const before = known.get(key);
    const value = before?.other === other ? before.value : compute(key, other);
    known.delete(key);
    known.set(key, { other, value });
    const oldest = known.keys().next().value;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
