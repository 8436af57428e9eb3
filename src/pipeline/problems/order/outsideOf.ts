import type { Around, Inside } from "../around";

/** The branch (or the loop's body) that a step lies in and another does not; null where the other can see the step. */
export function hiddenBehind(around: Around, step: string, from: string, edge: Inside["edge"]): Inside | null {
  const inside = around.containers(step);
  if (inside.length === 0) return null;
  const mine = around.containers(from);
  const isMine = (one: Inside) => mine.some(({ container, slot }) => container === one.container && slot === one.slot);
  return inside.find((one) => one.edge === edge && one.container !== from && !isMine(one)) ?? null;
}
