import { boundsOf, grown, overlaps, type Rect } from "../../../pipeline/layout/rect";
import type { SceneCard } from "../../../pipeline/layout/scene";
import type { Light } from "../canvasStore";
import { cardsIn, linesIn, rectOfLine } from "../sceneIndex";
import { type Brush, reachAt } from "./brush";
import { drawLane } from "./drawAreas";
import { drawCard } from "./drawCard";
import { drawLineSigns } from "./drawChange";
import { drawLabels, drawLines } from "./drawLines";
import type { Part, Picture } from "./picture";

/** So far from its line the words on it reach. */
const reachOfWords = 120;

/** What a picture leaves out: steps, with the wires that meet them or without. */
export interface LeftOut {
  readonly keys: ReadonlySet<string>;
  readonly wiresToo: boolean;
}

/** What of a picture is seen in a rectangle of the canvas. */
export function partIn({ scene, lines, labels }: Picture, rect: Rect, { keys, wiresToo }: LeftOut, zoom: number): Part {
  const region = grown(rect, reachAt(zoom));
  const cards = cardsIn(scene.cards, region);
  const seen = linesIn(lines, labels.size === 0 ? region : grown(rect, reachOfWords));
  const lanes = [...scene.lanes.values()].filter((lane) => overlaps(lane, region));
  if (keys.size === 0) return { cards, lanes, lines: seen };
  const left = cards.filter(({ key }) => !keys.has(key));
  if (!wiresToo) return { cards: left, lanes, lines: seen };
  return {
    cards: left,
    lanes: lanes.filter(({ container }) => !keys.has(container)),
    lines: seen.filter(({ line }) => !keys.has(line.from) && !keys.has(line.to)),
  };
}

/** What of a picture is lit, and seen in a rectangle of the canvas. */
export function litPart({ scene, lines }: Picture, rect: Rect, light: Light, zoom: number): Part {
  const region = grown(rect, reachAt(zoom));
  const cards = [...light.keys].flatMap((key) => scene.cards.get(key) ?? []);
  const lit = [...light.lines].flatMap((id) => lines.get(id) ?? []);
  const standsFor = new Set([...light.keys].flatMap((key) => scene.hidden.get(key)?.frame ?? []));
  const lanes = [...scene.lanes.values()].filter((lane) => light.own.has(lane.container) || standsFor.has(lane));
  return {
    cards: cards.filter((card) => overlaps(card, region)),
    lanes: lanes.filter((lane) => overlaps(lane, region)),
    lines: lit.filter((line) => overlaps(rectOfLine(line), region)),
  };
}

/** A rectangle around a part, with all that stands out of it. */
export function aroundPart({ cards, lanes, lines }: Part, zoom: number): Rect | null {
  const bounds = boundsOf([...cards, ...lanes, ...lines.map(rectOfLine)]);
  return bounds && grown(bounds, 2 * reachAt(zoom));
}

/** Some steps, the lanes of their branches and the wires that meet them. */
export function partOf({ scene, lines }: Picture, keys: ReadonlySet<string>, met: readonly string[]): Part {
  return {
    cards: [...keys].flatMap((key) => scene.cards.get(key) ?? []),
    lanes: [...scene.lanes.values()].filter(({ container }) => keys.has(container)),
    lines: met.flatMap((id) => lines.get(id) ?? []),
  };
}

/** Draws it as the page stacks it: lanes and boxes from the outside in, wires, cards, the selected ones on top. */
export function drawScene(brush: Brush, picture: Picture, { cards, lanes, lines }: Part): void {
  const depthOf = (key: string) => picture.scene.cards.get(key)?.depth ?? 0;
  const areas = [
    ...lanes.map((lane) => ({ level: 2 * depthOf(lane.container), draw: () => drawLane(brush, picture, lane) })),
    ...cards.flatMap((card) =>
      card.shape.box ? [{ level: 2 * card.depth + 1, draw: () => drawCard(brush, picture, card) }] : [],
    ),
  ];
  for (const { draw } of areas.sort((left, right) => left.level - right.level)) draw();
  drawLines(brush, picture, lines);
  drawLabels(brush, picture, lines);
  drawLineSigns(brush, picture, lines);
  const last: SceneCard[] = [];
  for (const card of cards) {
    if (card.shape.box) continue;
    if (picture.selected.has(card.key)) last.push(card);
    else drawCard(brush, picture, card);
  }
  for (const card of last) drawCard(brush, picture, card);
}
