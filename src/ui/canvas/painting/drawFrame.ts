/** The frame of a step, as `CardFrame.css` has it: a card, or the ground of a loop's box. */
import type { StepRun } from "../../../editor/session/editorState";
import type { Rect } from "../../../pipeline/layout/rect";
import type { SceneCard } from "../../../pipeline/layout/scene";
import { type Brush, inFullFrom, onScreen, roundRect } from "./brush";
import { drawMarkRing, markColour, markGround, markOfStep } from "./drawChange";
import type { Picture } from "./picture";

const radius = 12;
const shadowsFrom = 0.3;
/** The soft shadow, as rectangles that lie on each other: a blur for each card would take longer than all else. */
const shadow = [
  [1, 1],
  [3, 2.5],
  [5, 4],
  [8, 5],
] as const;

export function drawFrame(brush: Brush, picture: Picture, card: SceneCard, run: StepRun | undefined): void {
  const { context, ink, zoom } = brush;
  const { key, width, height, shape } = card;
  const isMarked = { isSelected: picture.selected.has(key), isCycle: picture.cycle?.includes(key) === true };
  if (picture.found.steps.has(key)) drawFound(brush, { x: 0, y: 0, width, height }, picture.found.now === key);
  const isIdle = run?.status === "NotRun";
  const mark = markOfStep(picture, key);
  if (!shape.box && !isIdle && mark !== "removed" && zoom >= shadowsFrom) {
    context.fillStyle = ink.shadow;
    for (const [by, down] of shadow) {
      roundRect(brush, -by, down - by, width + 2 * by, height + 2 * by, radius + by);
      context.fill();
    }
  }
  const border = borderOf(brush);
  if (isTooSmall(brush, card, run, mark)) {
    drawGround(brush, { x: 0, y: 0, width, height }, borderColour(brush, run, isMarked, false));
    drawRing(brush, card, isMarked, false);
    return;
  }
  roundRect(brush, border / 2, border / 2, width - border, height - border, radius - border / 2);
  context.fillStyle = shape.box ? ink.box : isIdle ? ink.ground : ink.card;
  context.fill();
  const runTint = zoom < inFullFrom && !shape.box ? tintOf(brush, run) : null;
  const tint = mark === null || shape.box ? runTint : markGround(brush, mark);
  if (tint !== null) {
    context.fillStyle = tint;
    context.fill();
  }
  context.strokeStyle = mark === null ? borderColour(brush, run, isMarked, shape.box) : markColour(ink, mark);
  context.lineWidth = border;
  if (run?.simulated === true) context.setLineDash([3 * border, 2 * border]);
  context.stroke();
  context.setLineDash([]);
  if (mark !== null) drawMarkRing(brush, card, mark);
  drawRing(brush, card, isMarked, mark !== null);
}

const borderOf = (brush: Brush) => Math.max(1, onScreen(brush, 0.8));

/** Too small for round corners: two rectangles do in place of a path and its stroke, which take ten times as long. */
export function isTooSmall(
  { zoom }: Brush,
  { shape }: SceneCard,
  run: StepRun | undefined,
  mark: ReturnType<typeof markOfStep>,
): boolean {
  return run === undefined && mark === null && !shape.box && radius * zoom < 1;
}

export function drawGround(brush: Brush, { x, y, width, height }: Rect, borderColour: string): void {
  const { context, ink } = brush;
  const border = borderOf(brush);
  context.fillStyle = borderColour;
  context.fillRect(x, y, width, height);
  context.fillStyle = ink.card;
  context.fillRect(x + border, y + border, Math.max(0, width - 2 * border), Math.max(0, height - 2 * border));
}

interface Marked {
  readonly isSelected: boolean;
  readonly isCycle: boolean;
}

/** Around what is selected, or part of a cycle; `around` the ring of what differs. */
function drawRing(brush: Brush, { width, height }: SceneCard, { isSelected, isCycle }: Marked, around: boolean): void {
  const { context, ink } = brush;
  if (!isSelected && !isCycle) return;
  const ring = Math.max(isCycle ? 2 : 1, onScreen(brush, 1.6));
  const away = around ? ring + Math.max(4, onScreen(brush, 3.5)) : ring / 2;
  roundRect(brush, -away, -away, width + 2 * away, height + 2 * away, radius + away);
  context.strokeStyle = isCycle ? ink.errorRing : ink.accent;
  context.lineWidth = ring;
  context.stroke();
}

/** What Find has found: a ring with a gap around it, so that it is seen beside that of a selection; the one that is shown lies on a ground. */
export function drawFound(brush: Brush, { x, y, width, height }: Rect, isNow: boolean): void {
  const { context, ink } = brush;
  const gap = Math.max(4, onScreen(brush, 2.5));
  const wide = Math.max(isNow ? 3 : 2, onScreen(brush, isNow ? 3 : 1.8));
  const by = gap + wide / 2;
  roundRect(brush, x - by, y - by, width + 2 * by, height + 2 * by, radius + by);
  context.strokeStyle = ink.found;
  context.lineWidth = wide;
  context.stroke();
  if (!isNow) return;
  const halo = Math.max(8, onScreen(brush, 6));
  const out = by + wide / 2 + halo / 2;
  roundRect(brush, x - out, y - out, width + 2 * out, height + 2 * out, radius + out);
  context.strokeStyle = ink.foundQuiet;
  context.lineWidth = halo;
  context.stroke();
}

/** From afar a run's state is the ground of its card. */
function tintOf({ ink }: Brush, run: StepRun | undefined): string | null {
  switch (run?.status) {
    case "Succeeded":
      return ink.successQuiet;
    case "Failed":
      return ink.errorQuiet;
    case "Executing":
    case "Starting":
      return ink.accentQuiet;
    default:
      return null;
  }
}

function borderColour(
  { ink, zoom }: Brush,
  run: StepRun | undefined,
  { isSelected, isCycle }: Marked,
  isBox: boolean,
): string {
  if (isCycle || run?.status === "Failed") return ink.error;
  if (isSelected || run?.status === "Executing") return ink.accent;
  if (run?.status === "Succeeded" && zoom < inFullFrom) return ink.success;
  return isBox ? ink.boxBorder : ink.border;
}
