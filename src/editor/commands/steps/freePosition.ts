import type { Layout, Position } from "../../../pipeline/definition/document";
import type { Rect } from "../../../pipeline/layout/rect";
import type { Scene } from "../../../pipeline/layout/scene";

/** About the room that a card needs, with air around it. */
const cell = { width: 320, height: 200 };
const margin = 48;

/**
 * A free place for a new step, in view where there is room: the first place of a grid, from the left and top, on which no card lies;
 * below everything in view where there is none.
 */
export function freePosition(layout: Layout, view: Rect): Position {
  const taken = [...layout.values()];
  const isFree = (position: Position) =>
    taken.every(
      ({ x, y }) => Math.abs(x - position.x) >= cell.width - 20 || Math.abs(y - position.y) >= cell.height - 20,
    );
  const columns = Math.max(1, Math.floor((view.width - margin) / cell.width));
  const rows = Math.max(1, Math.floor((view.height - margin) / cell.height));
  for (let row = 0; row < rows + 200; row++) {
    for (let column = 0; column < columns; column++) {
      const position = {
        x: Math.round(view.x + margin + column * cell.width),
        y: Math.round(view.y + margin + row * cell.height),
      };
      if (isFree(position)) return position;
    }
  }
  return { x: Math.round(view.x + margin), y: Math.round(view.y + margin) };
}

const gap = 90;

/** Right of a step, or of the container that it lies in; below what stands there. Null where the step is not shown. */
export function positionBehind({ cards, lanes }: Scene, step: string): Position | null {
  let card = cards.get(step);
  while (card !== undefined && card.parent !== null) card = cards.get(card.parent);
  if (card === undefined) return null;
  const x = Math.round(card.x + card.width + gap);
  let y = Math.round(card.y);
  const others = [...cards.values(), ...lanes.values()].filter(
    (other) => other.x < x + cell.width && other.x + other.width > x,
  );
  const inTheWay = () => others.find((other) => other.y < y + cell.height - 20 && other.y + other.height > y - 20);
  for (let other = inTheWay(); other !== undefined; other = inTheWay()) y = Math.round(other.y + other.height) + 40;
  return { x, y };
}
