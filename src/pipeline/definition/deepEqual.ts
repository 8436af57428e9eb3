/**
 * True when two structures of plain data (scalars, lists, objects, Maps with scalar keys) are alike, whatever the order of an object's
 * keys. Where the order and the text of numbers count, as in a definition, ask `sameValue`.
 */
export function deepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Map && right instanceof Map) {
    if (left.size !== right.size) return false;
    for (const [key, value] of left) if (!right.has(key) || !deepEqual(value, right.get(key))) return false;
    return true;
  }
  const ours = Object.entries(left);
  if (ours.length !== Object.keys(right).length) return false;
  return ours.every(([key, value]) => Object.hasOwn(right, key) && deepEqual(value, right[key as keyof typeof right]));
}
