/** A step's card, or the head of a loop's box: what its element shows (`StepCard.tsx`), drawn. */
import type { StepRun } from "../../../editor/session/editorState";
import { stepIcon } from "../../../pipeline/card/stepIcons";
import type { Position } from "../../../pipeline/definition/document";
import { nameRoom } from "../../../pipeline/layout/cardShape";
import type { SceneCard } from "../../../pipeline/layout/scene";
import { baseLine, fitText } from "../../../pipeline/layout/textWidth";
import { stepTypeOf } from "../../../pipeline/steps";
import { asideOf } from "../cards/aside";
import type { CardFace } from "../cards/faces";
import { type Brush, countedBelow, inFullFrom, onScreen, pathOf, setFont } from "./brush";
import { drawFolded } from "./drawAreas";
import { drawBadge, drawSign } from "./drawBadge";
import { drawMark, markOfStep } from "./drawChange";
import { drawFrame, drawGround, isTooSmall } from "./drawFrame";
import { drawPorts } from "./drawPorts";
import { nameLines, nameSize } from "./names";
import type { Picture } from "./picture";

/** Below this zoom an icon cannot be told: the type's colour is a band at the card's edge. */
const iconsFrom = 0.26;
const tile = { x: 13, y: 12.5, size: 26 } as const;
const nameLeft = 48;

export function drawCard(brush: Brush, picture: Picture, card: SceneCard): void {
  const { context, zoom } = brush;
  const run = picture.runs.get(card.key);
  const shown = picture.faces.get(card.key);
  if (isSpeck(brush, picture, card)) {
    drawSpeck(brush, card);
    return;
  }
  context.translate(card.x, card.y);
  drawFrame(brush, picture, card, run);
  if (zoom < inFullFrom || shown === undefined) drawPlain(brush, picture, card, run);
  else drawInFull(brush, picture, shown, run);
  drawMark(brush, picture, card);
  context.translate(-card.x, -card.y);
}

/** True of a card that is seen as small as can be, and of which nothing is to be told. */
function isSpeck(brush: Brush, picture: Picture, card: SceneCard): boolean {
  const { key } = card;
  return (
    isTooSmall(brush, card, picture.runs.get(key), markOfStep(picture, key)) &&
    brush.zoom < countedBelow &&
    !picture.selected.has(key) &&
    !picture.found.steps.has(key) &&
    picture.cycle?.includes(key) !== true &&
    (picture.problems.get(key)?.length ?? 0) === 0
  );
}

/** The same picture as that of any other card, in three rectangles and nothing else: there are thousands of them. */
function drawSpeck(brush: Brush, card: SceneCard): void {
  drawGround(brush, card, brush.ink.border);
  drawBand(brush, card, card);
}

/** What can be read from afar: the type's colour, the name, how it stands. */
function drawPlain(brush: Brush, picture: Picture, card: SceneCard, run: StepRun | undefined): void {
  const { zoom } = brush;
  const { key, type, width, height } = card;
  const hasIcon = zoom >= iconsFrom;
  const band = bandOf(brush);
  if (hasIcon) drawTile(brush, type, run);
  else drawBand(brush, card, { x: 0, y: 0 });
  const taken = drawSign(brush, width, run, picture.problems.get(key));
  if (!brush.words || zoom < countedBelow) return;
  const size = nameSize(zoom);
  const high = size * 1.2;
  const most = Math.min(2, Math.floor((height - 4) / high));
  if (most < 1) return;
  const left = hasIcon ? nameLeft : band + onScreen(brush, 2.5);
  const below = width - left - onScreen(brush, 1.5);
  const lines = nameLines(card.name === "" ? "(no name)" : card.name, width - left - taken, size, most, below);
  const top = Math.max(onScreen(brush, 1.5), 25 - (lines.length * high) / 2);
  drawName(brush, lines, left, top, high, run);
}

const bandOf = (brush: Brush) => Math.max(8, onScreen(brush, 3));

/** The type's colour at the card's edge. */
function drawBand(brush: Brush, { type, width, height, shape }: SceneCard, { x, y }: Position): void {
  const { context, ink } = brush;
  const border = onScreen(brush, 1);
  const high = (shape.box ? shape.height : height) - 2 * border;
  context.fillStyle = ink.category(stepTypeOf(type).category);
  context.fillRect(x + border, y + border, Math.min(bandOf(brush), width / 2), Math.max(high, 0));
}

function drawName(
  brush: Brush,
  lines: readonly string[],
  left: number,
  top: number,
  high: number,
  run: StepRun | undefined,
): void {
  const { context, ink, zoom } = brush;
  const isIdle = run?.status === "NotRun";
  const size = nameSize(zoom);
  setFont(brush, size, !isIdle);
  context.fillStyle = isIdle ? ink.secondary : ink.heading;
  for (const [index, line] of lines.entries()) {
    context.fillText(line, left, baseLine(top + index * high, high, size));
  }
}

function drawTile(brush: Brush, type: string, run: StepRun | undefined): void {
  const { context, ink } = brush;
  const { icon, category } = stepTypeOf(type);
  const isIdle = run?.status === "NotRun";
  if (isIdle) context.globalAlpha = 0.45;
  context.fillStyle = isIdle ? ink.secondary : ink.category(category);
  context.beginPath();
  context.roundRect(tile.x, tile.y, tile.size, tile.size, tile.size * 0.24);
  context.fill();
  const scale = tile.size / 32;
  context.save();
  context.translate(tile.x + 4 * scale, tile.y + 4 * scale);
  context.scale(scale, scale);
  context.strokeStyle = "white";
  context.lineWidth = 2;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.stroke(pathOf(stepIcon(icon)));
  context.restore();
  context.globalAlpha = 1;
}

function drawInFull(brush: Brush, picture: Picture, { face, ports }: CardFace, run: StepRun | undefined): void {
  const { context, ink, zoom, words } = brush;
  const { key, type, width, shape, sentence } = face;
  const problems = picture.problems.get(key) ?? [];
  const left = 1;
  if (shape.rowsTop !== null && !shape.box) {
    context.fillStyle = ink.divider;
    context.fillRect(left, shape.rowsTop + 1, width - 2, 1);
  }
  if (shape.sentenceTop !== null && sentence !== null) {
    context.fillStyle = ink.quiet;
    context.beginPath();
    context.roundRect(13, shape.sentenceTop + 1, width - 26, 28, 6);
    context.fill();
  }
  if (shape.foldTop !== null) {
    const frame = picture.scene.cards.get(key);
    const row = { x: 0, y: shape.foldTop, width, height: face.height - shape.foldTop };
    context.fillStyle = ink.divider;
    context.fillRect(left, row.y, width - 2, 1);
    if (frame !== undefined) drawFolded(brush, picture, frame, row);
  }
  drawTile(brush, type, run);
  drawPorts(brush, face, ports, problems, run);
  if (!words) return;
  const room = nameRoom(width, asideOf(run, problems));
  drawTitle(brush, face, room, run);
  drawBadge(brush, face, run, problems);
  if (zoom < 0.3) return;
  context.fillStyle = ink.text;
  if (shape.sentenceTop !== null && sentence !== null) {
    setFont(brush, 11.5);
    context.fillText(fitText(sentence, width - 42, 11.5), 21, baseLine(shape.sentenceTop + 1, 28, 11.5));
  }
  if (shape.moreTop !== null) {
    context.fillStyle = ink.secondary;
    setFont(brush, 11);
    const count = ports.hiddenFields;
    const more = `+ ${count} ${count === 1 ? "field" : "fields"}`;
    context.fillText(more, 13, baseLine(shape.moreTop + 1, 20, 11));
  }
}

/** The name, and the type below it as long as there is room for both. */
function drawTitle(brush: Brush, face: CardFace["face"], room: number, run: StepRun | undefined): void {
  const { context, ink, zoom } = brush;
  const size = zoom >= 0.6 ? 14 : nameSize(zoom);
  const name = face.name === "" ? "(no name)" : face.name;
  const lines = size === 14 ? [fitText(name, room, 14, true)] : nameLines(name, room, size, 2);
  const high = size === 14 ? 18 : size * 1.2;
  const typeHeight = lines.length === 1 ? 14 : 0;
  const top = 1 + (49 - lines.length * high - typeHeight) / 2;
  drawName(brush, lines, nameLeft, top, high, run);
  if (typeHeight === 0) return;
  const { label } = stepTypeOf(face.type);
  const type = face.shape.box && face.sentence !== null ? `${label} · ${face.sentence}` : label;
  context.fillStyle = ink.secondary;
  setFont(brush, 11);
  context.fillText(fitText(type, room, 11), nameLeft, baseLine(top + high, 14, 11));
}
