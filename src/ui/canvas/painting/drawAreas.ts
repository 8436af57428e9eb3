/** What lies below the wires: the boxes of loops and the lanes of branches. */

import type { Lane } from "../../../pipeline/layout/scene";
import { baseLine, textWidth } from "../../../pipeline/layout/textWidth";
import { type Brush, onScreen, roundRect, setFont } from "./brush";

const labelPixels = 9;

/** A branch's lane, as `Lanes.css` has it. */
export function drawLane(brush: Brush, { x, y, width, height, label, index }: Lane): void {
  const { context, ink, words } = brush;
  const colour = index === 0 ? ink.edgeTrue : ink.edgeFalse;
  const border = Math.max(1, onScreen(brush, 1));
  roundRect(brush, x + border / 2, y + border / 2, width - border, height - border, 12);
  context.fillStyle = index === 0 ? ink.laneTrue : ink.laneFalse;
  context.fill();
  context.setLineDash([3 * border, 2.5 * border]);
  context.lineWidth = border;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
  const size = Math.max(11, onScreen(brush, labelPixels));
  const wide = textWidth(label, size, true) + 12;
  if (!words || wide > width - 24) return;
  const top = y + 9 - size;
  const high = (size * 18) / 11;
  context.fillStyle = ink.ground;
  context.fillRect(x + 13, top - (high - 18) / 4, wide, high);
  context.fillStyle = colour;
  setFont(brush, size, true);
  context.fillText(label, x + 19, baseLine(top - (high - 18) / 4, high, size));
}
