import type { Layout, Position } from "../../../pipeline/definition/document";
import type { Rect } from "../../../pipeline/layout/rect";

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
