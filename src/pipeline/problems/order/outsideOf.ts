import type { Inside, Neighbours } from "../neighbours";

/** The branch (or the loop's body) that a step lies in and another does not; null where the other can see the step. */
export function hiddenBehind(neighbours: Neighbours, step: string, from: string, edge: Inside["edge"]): Inside | null {
  const inside = neighbours.containers(step);
  if (inside.length === 0) return null;
  const mine = neighbours.containers(from);
  const isMine = (one: Inside) => mine.some(({ container, slot }) => container === one.container && slot === one.slot);
  return inside.find((one) => one.edge === edge && one.container !== from && !isMine(one)) ?? null;
}
