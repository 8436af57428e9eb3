import type { Way } from "../definition/document";
import type { Tidied } from "../layout/tidy";
import type { Recipe } from "./edit";
import { moveSteps } from "./moveSteps";

/** Puts all steps where the layout has them, and their wires on its ways. */
export function tidySteps({ layout, ways }: Tidied): Recipe {
  return (document) => {
    const moved = moveSteps(layout)(document);
    return areSame(ways, document.ways) ? moved : { ...moved, ways };
  };
}

/** The first that differs is found at once. */
function areSame(ways: readonly Way[], before: readonly Way[]): boolean {
  return (
    ways.length === before.length &&
    ways.every((way, at) => {
      const old = before[at];
      return way.length === old?.length && way.every(({ x, y }, point) => old[point]?.x === x && old[point].y === y);
    })
  );
}
