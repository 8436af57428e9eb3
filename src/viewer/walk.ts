import type { Area } from "./view";

interface Point {
  readonly x: number;
  readonly y: number;
}

const directions: ReadonlyMap<string, readonly [across: number, down: number]> = new Map([
  ["ArrowRight", [1, 0]],
  ["ArrowLeft", [-1, 0]],
  ["ArrowDown", [0, 1]],
  ["ArrowUp", [0, -1]],
]);

/**
 * The step that a key leads to from the marked one: an arrow to the nearest in its direction (from none to the first), Home and End to the
 * first and the last; null for all other keys.
 */
export function nextStep(key: string, marked: number | null, middles: readonly Point[]): number | null {
  if (middles.length === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return middles.length - 1;
  const direction = directions.get(key);
  if (direction === undefined) return null;
  const from = marked === null ? undefined : middles[marked];
  if (from === undefined) return 0;
  const [across, down] = direction;
  let best = marked;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { x, y }] of middles.entries()) {
    const along = (x - from.x) * across + (y - from.y) * down;
    const far = along + 2 * Math.abs((x - from.x) * down + (y - from.y) * across);
    if (along <= 1 || far >= least) continue;
    least = far;
    best = index;
  }
  return best;
}

export function middleOf({ x, y, width, height }: Area): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
