import { type Path, parsePath } from "../../definition/path";
import { getIn, isList, isObject, type ObjectValue } from "../../definition/value";
import { oncePerObject } from "../../remember";
import type { Choice } from "../../schema/stepType";

const none: readonly Path[] = [];

/** The paths between the lists. */
const partsOf = oncePerObject(({ at }: Choice): readonly Path[] =>
  at.split("[]").map((part) => parsePath(part.replace(/^\./, "")) ?? []),
);

/** The structures of a step in which a choice is made, `[]` standing for each element of a list; none where there is none. */
export function placesOf(step: ObjectValue, choice: Choice): readonly Path[] {
  const [first = [], ...further] = partsOf(choice);
  if (further.length === 0) return isObject(getIn(step, first)) ? [first] : none;
  let places: Path[] = [first];
  for (const below of further) {
    places = places.flatMap((place) => {
      const list = getIn(step, place);
      return isList(list) ? list.map((_, index) => [...place, index, ...below]) : [];
    });
  }
  return places.filter((place) => isObject(getIn(step, place)));
}
