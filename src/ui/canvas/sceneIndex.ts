/** What of the scene lies at a place, by a spatial index: a canvas of ten thousand steps is asked at each move of the pointer. */
import Flatbush from "flatbush";
import type { Position } from "../../pipeline/definition/document";
import { curveBounds, curvePoints } from "../../pipeline/layout/curve";
import { grown, type Rect } from "../../pipeline/layout/rect";
import { Replaced } from "../../pipeline/layout/replaced";
import type { RoutedLine } from "../../pipeline/layout/route";
import type { SceneCard } from "../../pipeline/layout/scene";
import { oncePerObject } from "../../pipeline/remember";

interface Placed<T> {
  readonly items: readonly T[];
  /** Null where there is nothing to look for. */
  readonly index: Flatbush | null;
}

function placed<T>(items: readonly T[], rectOf: (item: T) => Rect): Placed<T> {
  if (items.length === 0) return { items, index: null };
  const index = new Flatbush(items.length);
  for (const item of items) {
    const { x, y, width, height } = rectOf(item);
    index.add(x, y, x + width, y + height);
  }
  index.finish();
  return { items, index };
}

/** In the order in which they were given: what is drawn later lies above. */
function search<T>({ items, index }: Placed<T>, { x, y, width, height }: Rect): T[] {
  if (index === null) return [];
  const found = index.search(x, y, x + width, y + height);
  if (found.length === items.length) return [...items];
  return found.sort((left, right) => left - right).flatMap((at) => items[at] ?? []);
}

type Cards = ReadonlyMap<string, SceneCard>;
type Lines = ReadonlyMap<string, RoutedLine>;

const cardsPlaced = oncePerObject((cards: Cards) => placed([...cards.values()], (card) => card));
const linesPlaced = oncePerObject((lines: Lines) => placed([...lines.values()], rectOfLine));

/** Builds both, one after the other. */
export function* indexInParts(cards: Cards, lines: Lines): Generator<undefined, void> {
  cardsPlaced(cards);
  yield;
  linesPlaced(lines);
  yield;
}

/** The cards that a rectangle of the canvas touches. */
export function cardsIn(cards: Cards, rect: Rect): SceneCard[] {
  return among(
    cards,
    rect,
    cardsPlaced,
    (card) => card,
    ({ key }) => key,
  );
}

/** The lines whose curve may touch a rectangle of the canvas. */
export function linesIn(lines: Lines, rect: Rect): RoutedLine[] {
  return among(lines, rect, linesPlaced, rectOfLine, ({ id }) => id);
}

/** What is dragged lies above all else, and is looked through as it is: no index is built for each move. */
function among<T>(
  map: ReadonlyMap<string, T>,
  rect: Rect,
  placedIn: (map: ReadonlyMap<string, T>) => Placed<T>,
  rectOf: (item: T) => Rect,
  keyOf: (item: T) => string,
): T[] {
  if (!(map instanceof Replaced)) return search(placedIn(map), rect);
  const standing = search(placedIn(map.below), rect).filter((item) => !map.changes.has(keyOf(item)));
  return [...standing, ...[...map.changes.values()].filter((item) => touches(rectOf(item), rect))];
}

/** As the index has it: an edge in common is enough. */
function touches(left: Rect, right: Rect): boolean {
  return (
    left.x <= right.x + right.width &&
    right.x <= left.x + left.width &&
    left.y <= right.y + right.height &&
    right.y <= left.y + left.height
  );
}

/** A line that is level takes some room too. */
export function rectOfLine({ curve }: RoutedLine): Rect {
  return grown(curveBounds(curve), 1);
}

/** The line nearest to a point within reach, in pixels of the canvas; null where none is so near. */
export function lineAt(lines: Lines, at: Position, reach: number): string | null {
  let nearest: { readonly id: string; readonly away: number } | null = null;
  for (const { id, curve, implied } of linesIn(lines, grown({ ...at, width: 0, height: 0 }, reach))) {
    if (implied) continue;
    const points = curvePoints(curve);
    for (const [index, from] of points.entries()) {
      const away = distanceTo(at, from, points[index + 1] ?? from);
      if (away <= reach && (nearest === null || away < nearest.away)) nearest = { id, away };
    }
  }
  return nearest?.id ?? null;
}

/** From a point to a straight piece. */
function distanceTo({ x, y }: Position, from: Position, to: Position): number {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = across * across + down * down;
  const share = length === 0 ? 0 : ((x - from.x) * across + (y - from.y) * down) / length;
  const near = Math.min(1, Math.max(0, share));
  return Math.hypot(x - from.x - near * across, y - from.y - near * down);
}

/** The step under a point: a card before the box around it, of boxes the innermost; of cards that lie on each other the last. */
export function cardAt(cards: Cards, at: Position): SceneCard | null {
  let under: SceneCard | null = null;
  for (const card of cardsIn(cards, { ...at, width: 0, height: 0 })) {
    const isInner = under === null || !card.shape.box || (under.shape.box && card.depth >= under.depth);
    if (isInner) under = card;
  }
  return under;
}
