/** What differs, while versions are compared: rings and words around steps (`ChangeMark.tsx`), colours and signs of lines. */
import { markSigns } from "../../../pipeline/compare/markSigns";
import { mainVerb, type Verb } from "../../../pipeline/compare/words";
import { edgeId } from "../../../pipeline/graph/deriveGraph";
import { pointAt } from "../../../pipeline/layout/curve";
import type { RoutedLine } from "../../../pipeline/layout/route";
import type { SceneCard } from "../../../pipeline/layout/scene";
import { baseLine } from "../../../pipeline/layout/textWidth";
import { type Brush, inFullFrom, onScreen, roundRect, setFont } from "./brush";
import type { Ink } from "./ink";
import type { Picture } from "./picture";

const radius = 12;

/** How a step differs; null where it does not, or nothing is compared. */
export function markOfStep({ comparison }: Picture, key: string): Verb | null {
  const verbs = comparison?.steps.get(key);
  return verbs === undefined ? null : mainVerb(verbs);
}

export function markColour(ink: Ink, mark: Verb): string {
  return { added: ink.success, removed: ink.error, changed: ink.warning, moved: ink.info, renamed: ink.info }[mark];
}

/** The ground of a card that differs: a ghost sinks into the canvas; from afar all are tinted. */
export function markGround({ ink, zoom }: Brush, mark: Verb): string | null {
  if (zoom >= inFullFrom) return mark === "removed" ? ink.ground : null;
  return {
    added: ink.successQuiet,
    removed: ink.errorQuiet,
    changed: ink.warningQuiet,
    moved: ink.infoQuiet,
    renamed: ink.infoQuiet,
  }[mark];
}

/** A ring around the card, in dashes around one that is gone. */
export function drawMarkRing(brush: Brush, { width, height }: SceneCard, mark: Verb): void {
  const { context, ink } = brush;
  const ring = Math.max(2, onScreen(brush, 1.8));
  roundRect(brush, -ring / 2, -ring / 2, width + ring, height + ring, radius + ring / 2);
  context.strokeStyle = markColour(ink, mark);
  context.lineWidth = ring;
  if (mark === "removed") context.setLineDash([4 * ring, 3 * ring]);
  context.stroke();
  context.setLineDash([]);
}

/** On the card's edge: sign and words near, from afar the sign alone, as large as it can be read. */
export function drawMark(brush: Brush, { comparison }: Picture, { key, width }: SceneCard): void {
  const verbs = comparison?.steps.get(key);
  if (verbs === undefined) return;
  const { context, ink, zoom, words } = brush;
  const mark = mainVerb(verbs);
  const colour = markColour(ink, mark);
  const isNear = zoom >= inFullFrom;
  const high = isNear ? 22 : Math.min(Math.max(22, onScreen(brush, 15)), 80);
  const text = isNear ? `${markSigns[mark]} ${verbs.join(", ")}` : markSigns[mark];
  const size = isNear ? 12 : high * 0.8;
  setFont(brush, size, true);
  const wide = isNear ? context.measureText(text).width + 19 : high;
  const left = width - wide - (isNear ? 13 : 4);
  const top = isNear ? -11 : -high / 2;
  context.beginPath();
  context.roundRect(left, top, wide, high, high / 2);
  context.fillStyle = isNear ? ink.card : colour;
  context.fill();
  context.strokeStyle = isNear ? colour : ink.card;
  context.lineWidth = high / 15;
  context.stroke();
  if (isNear && !words) return;
  context.fillStyle = isNear ? colour : ink.card;
  context.textAlign = "center";
  context.fillText(text, left + wide / 2, baseLine(top, high, size));
  context.textAlign = "left";
}

/** Whether the edge of a line is new or gone; null where both have it. */
export function markOfLine({ comparison }: Picture, { line }: RoutedLine): "added" | "removed" | null {
  return comparison?.edges.get(edgeId(line)) ?? null;
}

/** A plus or minus on each line that is new or gone. */
export function drawLineSigns(brush: Brush, picture: Picture, lines: readonly RoutedLine[]): void {
  if (picture.comparison === null) return;
  const { context, ink } = brush;
  const size = Math.min(Math.max(8, onScreen(brush, 5)), 30);
  context.lineWidth = size / 4;
  for (const routed of lines) {
    const mark = markOfLine(picture, routed);
    if (mark === null || routed.implied) continue;
    const { x, y } = pointAt(routed.curve, 0.72);
    context.beginPath();
    context.arc(x, y, size, 0, 2 * Math.PI);
    context.fillStyle = markColour(ink, mark);
    context.fill();
    context.strokeStyle = ink.card;
    context.beginPath();
    context.moveTo(x - size / 2, y);
    context.lineTo(x + size / 2, y);
    if (mark === "added") {
      context.moveTo(x, y - size / 2);
      context.lineTo(x, y + size / 2);
    }
    context.stroke();
  }
}
