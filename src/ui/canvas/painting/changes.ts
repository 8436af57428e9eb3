import { grown, type Rect } from "../../../pipeline/layout/rect";
import { rectOfLine } from "../sceneIndex";
import type { Picture } from "./picture";

/** So many places are painted one by one; more are painted together, with all between them. */
const mostPlaces = 24;
/** Around a card stand its ring, its ports, what sits on its edge. */
const around = 24;

/** Where a picture looks different from the one before; null for everywhere. `counted`: a count of steps says how all of them stand. */
export function changedPlaces(before: Picture, now: Picture, counted: boolean): readonly Rect[] | null {
  const { scene, lines } = now;
  const everywhere = ["scene", "groups", "lines", "labels", "cycle", "flows"] as const;
  if (everywhere.some((part) => before[part] !== now[part])) return null;
  if (counted && (before.runs !== now.runs || before.problems !== now.problems)) return null;
  const places: Rect[] = [];
  if (before.faces !== now.faces || before.runs !== now.runs || before.problems !== now.problems) {
    for (const [key, card] of scene.cards) {
      const isSame =
        before.faces.get(key) === now.faces.get(key) &&
        before.runs.get(key) === now.runs.get(key) &&
        before.problems.get(key) === now.problems.get(key);
      if (!isSame) places.push(grown(card, around));
    }
    for (const [key, { frame }] of scene.hidden) {
      if (before.problems.get(key) !== now.problems.get(key)) places.push(grown(frame, around));
    }
  }
  for (const key of onlyInOne(before.selected, now.selected)) {
    const card = scene.cards.get(key);
    if (card !== undefined) places.push(grown(card, around));
  }
  if (before.found !== now.found) {
    if (counted || scene.hidden.size > 0) return null;
    const changed = onlyInOne(before.found.steps, now.found.steps);
    for (const key of [...changed, before.found.now, now.found.now]) {
      const card = scene.cards.get(key ?? "");
      if (card !== undefined) places.push(grown(card, around));
    }
  }
  for (const id of onlyInOne(before.highlighted, now.highlighted)) {
    const line = lines.get(id);
    if (line !== undefined) places.push(grown(rectOfLine(line), around));
  }
  return places.length > mostPlaces ? null : places;
}

function onlyInOne(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];
}
