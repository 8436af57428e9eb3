import { type Path, parsePath } from "../../definition/path";
import { getIn, isList, isObject, type ObjectValue } from "../../definition/value";

const none: readonly Path[] = [];
const remembered = new Map<string, readonly Path[]>();

/** The paths between the lists: the step types' own few, each read once. */
function partsOf(printed: string): readonly Path[] {
  let parts = remembered.get(printed);
  if (parts === undefined) {
    parts = printed.split("[]").map((part) => parsePath(part.replace(/^\./, "")) ?? []);
    remembered.set(printed, parts);
  }
  return parts;
}

/** The structures that a printed path means in a step, `[]` standing for each element of a list; none where there is none. */
export function placesOf(step: ObjectValue, printed: string): readonly Path[] {
  const [first = [], ...further] = partsOf(printed);
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
