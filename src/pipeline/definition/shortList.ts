/**
 * Appends to a list that mostly stays short, and is there only with its first item. The engine gives a list that grows by `push` room for
 * seventeen, and one that is written out none to spare: lists that each step keeps are written out.
 */
export function append<T>(list: T[] | null, item: T): T[] {
  if (list === null) return [item];
  if (list.length === 1) return [list[0] as T, item];
  list.push(item);
  return list;
}
