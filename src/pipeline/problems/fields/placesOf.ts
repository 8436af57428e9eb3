import { type Path, parsePath } from "../../definition/path";
import { getIn, isList, isObject, type ObjectValue } from "../../definition/value";

/** The structures that a printed path means in a step, `[]` standing for each element of a list; none where there is none. */
export function placesOf(step: ObjectValue, printed: string): readonly Path[] {
  const [first = "", ...further] = printed.split("[]");
  let places: Path[] = [parsePath(first) ?? []];
  for (const part of further) {
    const below = parsePath(part.replace(/^\./, "")) ?? [];
    places = places.flatMap((place) => {
      const list = getIn(step, place);
      return isList(list) ? list.map((_, index) => [...place, index, ...below]) : [];
    });
  }
  return places.filter((place) => isObject(getIn(step, place)));
}
