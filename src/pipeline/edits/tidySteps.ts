import type { Tidied } from "../layout/tidy";
import type { Recipe } from "./edit";
import { moveSteps } from "./moveSteps";

/** Puts all steps where the layout has them, and their wires on its ways. */
export function tidySteps({ layout, ways }: Tidied): Recipe {
  return (document) => {
    const moved = moveSteps(layout)(document);
    const isSame = JSON.stringify(ways) === JSON.stringify(document.ways);
    return isSame ? moved : { ...moved, ways };
  };
}
