/** What lies below the wires: the boxes of loops and the lanes of branches. */

import type { Rect } from "../../../pipeline/layout/rect";
import { heldBy, type Lane, type SceneCard } from "../../../pipeline/layout/scene";
import { baseLine, textWidth } from "../../../pipeline/layout/textWidth";
import { stepsInWords } from "../folding/stepsInWords";
import { type Brush, countedBelow, inFullFrom, onScreen, roundRect, setFont } from "./brush";
import { drawCount } from "./drawBadge";
import { drawFound } from "./drawFrame";
import type { Picture } from "./picture";

const labelPixels = 9;

/** In a frame or a row: how many steps are folded away, and the problems that they have (`FoldedSteps.tsx`). */
export function drawFolded(
  brush: Brush,
  picture: Picture,
  frame: Lane | SceneCard,
  { x, y, width, height }: Rect,
): void {
  const { context, ink, words, zoom } = brush;
  const held = heldBy(picture.scene.hidden, frame);
  const middle = y + height / 2;
  const problems = held.flatMap((key) => picture.problems.get(key) ?? []);
  const taken = drawCount(brush, x + width - 13, middle, Math.max(9, onScreen(brush, 4)), problems);
  const size = Math.max(12, onScreen(brush, labelPixels));
  const text = `▸ ${stepsInWords(held.length)}`;
  if (!words || zoom < inFullFrom || textWidth(text, size) > width - 26 - taken) return;
  setFont(brush, size);
  context.fillStyle = ink.text;
  context.fillText(text, x + 13, baseLine(middle - size * 0.75, size * 1.5, size));
}

/** A branch's lane, as `Lanes.css` has it. */
export function drawLane(brush: Brush, picture: Picture, lane: Lane): void {
  const { x, y, width, height, label, index, folded } = lane;
  const { context, ink, words, zoom } = brush;
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
  if (folded !== null) {
    drawFolded(brush, picture, lane, lane);
    const { steps, now } = picture.found;
    const held = steps.size === 0 ? [] : heldBy(picture.scene.hidden, lane).filter((key) => steps.has(key));
    if (held.length > 0) drawFound(brush, lane, now !== null && held.includes(now));
  }
  const size = Math.max(11, onScreen(brush, labelPixels));
  // From afar a folded frame has no room for words: its title counts its steps.
  const title = folded !== null && zoom < inFullFrom ? `${label}: ${heldBy(picture.scene.hidden, lane).length}` : label;
  const wide = textWidth(title, size, true) + 12;
  if (!words || zoom < countedBelow || wide > width - 24) return;
  const top = y + 9 - size;
  const high = (size * 18) / 11;
  context.fillStyle = ink.ground;
  context.fillRect(x + 13, top - (high - 18) / 4, wide, high);
  context.fillStyle = colour;
  setFont(brush, size, true);
  context.fillText(title, x + 19, baseLine(top - (high - 18) / 4, high, size));
}
