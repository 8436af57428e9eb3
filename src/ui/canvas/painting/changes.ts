import type { Position } from "../../../pipeline/definition/document";
import { curvePoints } from "../../../pipeline/layout/curve";
import { labelRect } from "../../../pipeline/layout/labels";
import { boundsOf, grown, type Rect } from "../../../pipeline/layout/rect";
import type { RoutedLine } from "../../../pipeline/layout/route";
import { countedBelow, reachAt } from "./brush";
import type { LeftOut } from "./drawScene";
import type { Picture } from "./picture";

/** So many places are painted one by one; more are painted together, with all between them. */
const mostPlaces = 64;

/** A picture as it is drawn: without some steps, at a zoom. */
export interface DrawnPicture {
  readonly picture: Picture;
  readonly leftOut: LeftOut;
}

const everywhere = ["groups", "cycle", "flows", "comparison"] as const;

/** Where a picture looks different from the one that is drawn; null for everywhere. */
export function changedPlaces(before: DrawnPicture, now: DrawnPicture, zoom: number): readonly Rect[] | null {
  const [old, picture] = [before.picture, now.picture];
  if (everywhere.some((part) => old[part] !== picture[part])) return null;
  // A count says how all of its steps stand, and where they do.
  const counted = zoom < countedBelow;
  if (counted && (old.runs !== picture.runs || old.problems !== picture.problems)) return null;
  if (counted && old.scene !== picture.scene && now.leftOut.keys.size === 0) return null;
  const around = reachAt(zoom);
  const places: Rect[] = [];
  for (const part of [movedPlaces, facePlaces, foundPlaces, linePlaces, leftOutPlaces]) {
    const its = part(before, now, counted);
    if (its === null || places.length + its.length > mostPlaces) return null;
    for (const place of its) places.push(grown(place, around));
  }
  return places;
}

type Places = readonly Rect[] | null;

/** Steps and lanes that stand elsewhere, came or went. */
function movedPlaces({ picture: { scene: before } }: DrawnPicture, { picture: { scene } }: DrawnPicture): Places {
  if (before === scene) return [];
  const isFoldedAlike = scene.hidden.size === 0 ? before.hidden.size === 0 : before.hidden === scene.hidden;
  if (!isFoldedAlike) return null;
  return [...differing(before.cards, scene.cards), ...differing(before.lanes, scene.lanes)];
}

function differing<T extends Rect>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): readonly T[] {
  if (before === now) return [];
  const found: T[] = [];
  for (const [key, value] of now) {
    const old = before.get(key);
    if (old === value) continue;
    found.push(value);
    if (old !== undefined) found.push(old);
  }
  for (const [key, old] of before) if (!now.has(key)) found.push(old);
  return found;
}

/** Steps that look different where they stand. */
function facePlaces({ picture: before }: DrawnPicture, { picture: now }: DrawnPicture): Places {
  const places: Rect[] = [];
  const { cards, hidden } = now.scene;
  if (before.faces !== now.faces || before.runs !== now.runs || before.problems !== now.problems) {
    for (const [key, card] of cards) {
      const isSame =
        before.faces.get(key) === now.faces.get(key) &&
        before.runs.get(key) === now.runs.get(key) &&
        before.problems.get(key) === now.problems.get(key);
      if (!isSame) places.push(card);
    }
    for (const [key, { frame }] of hidden) {
      if (before.problems.get(key) !== now.problems.get(key)) places.push(frame);
    }
  }
  for (const key of onlyInOne(before.selected, now.selected)) places.push(...present(cards.get(key)));
  return places;
}

function foundPlaces({ picture: before }: DrawnPicture, { picture: now }: DrawnPicture, counted: boolean): Places {
  if (before.found === now.found) return [];
  if (counted || now.scene.hidden.size > 0) return null;
  const changed = onlyInOne(before.found.steps, now.found.steps);
  return [...changed, before.found.now, now.found.now].flatMap((key) => present(now.scene.cards.get(key ?? "")));
}

/** Lines that run elsewhere or are looked at, and their words. */
function linePlaces({ picture: before }: DrawnPicture, { picture: now }: DrawnPicture): Places {
  const lines: RoutedLine[] = [];
  if (before.lines !== now.lines) {
    for (const [id, line] of now.lines) {
      const old = before.lines.get(id);
      if (old !== line) lines.push(line, ...present(old));
    }
    for (const [id, old] of before.lines) if (!now.lines.has(id)) lines.push(old);
  }
  for (const id of onlyInOne(before.highlighted, now.highlighted)) lines.push(...present(now.lines.get(id)));
  return lines.length > mostPlaces ? null : [...lines.flatMap(piecesOf), ...wordPlaces(before, now)];
}

function wordPlaces(before: Picture, now: Picture): readonly Rect[] {
  if (before.labels === now.labels) return [];
  const placeOf = ({ lines, flows }: Picture, id: string, at: Position) =>
    labelRect(at, flows?.get(id)?.label ?? lines.get(id)?.line.label ?? "");
  const places: Rect[] = [];
  for (const [id, at] of now.labels) {
    const old = before.labels.get(id);
    if (old?.x === at.x && old.y === at.y) continue;
    places.push(placeOf(now, id, at));
    if (old !== undefined) places.push(placeOf(before, id, old));
  }
  for (const [id, old] of before.labels) if (!now.labels.has(id)) places.push(placeOf(before, id, old));
  return places;
}

/** What one of the two leaves out, with the wires that go with it. */
function leftOutPlaces(before: DrawnPicture, now: DrawnPicture): Places {
  const keys = new Set(onlyInOne(before.leftOut.keys, now.leftOut.keys));
  if (keys.size === 0) return [];
  if (keys.size > mostPlaces) return null;
  const { scene, lines } = now.picture;
  const places: Rect[] = [...keys].flatMap((key) => present(scene.cards.get(key)));
  if (!before.leftOut.wiresToo && !now.leftOut.wiresToo) return places;
  for (const lane of scene.lanes.values()) if (keys.has(lane.container)) places.push(lane);
  for (const line of lines.values()) {
    if (keys.has(line.line.from) || keys.has(line.line.to)) places.push(...piecesOf(line));
  }
  return places;
}

/** So many straight pieces of a curve are one place. */
const piecesTogether = 4;

/** A line as rectangles along it: it may run around half of the canvas. */
function piecesOf({ curve }: RoutedLine): readonly Rect[] {
  const points = curvePoints(curve).map(({ x, y }) => ({ x, y, width: 0, height: 0 }));
  const together = curve.way === undefined ? piecesTogether : 1;
  const places: Rect[] = [];
  for (let at = 0; at < points.length - 1; at += together)
    places.push(...present(boundsOf(points.slice(at, at + together + 1))));
  return places;
}

function present<T>(value: T | null | undefined): readonly T[] {
  return value === null || value === undefined ? [] : [value];
}

function onlyInOne(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...[...left].filter((key) => !right.has(key)), ...[...right].filter((key) => !left.has(key))];
}
