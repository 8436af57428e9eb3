import type { Position } from "../definition/document";
import { type Curve, curveBounds, curvePoints, pointAt } from "./curve";
import { grown, overlaps, type Rect } from "./rect";
import type { RoutedLine } from "./route";
import { textWidth } from "./textWidth";

export const label = { size: 10.5, height: 18, padding: 8 } as const;

export interface Labelled {
  readonly id: string;
  readonly curve: Curve;
  readonly text: string;
}

/** Shares of the way at which a label may stand, the best first. */
const shares = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8];

export function labelWidth(text: string): number {
  return textWidth(text, label.size) + 2 * label.padding;
}

/** The room that a label takes around its middle. */
export function labelRect({ x, y }: Position, text: string): Rect {
  const width = labelWidth(text);
  return { x: x - width / 2, y: y - label.height / 2, width, height: label.height };
}

/** The lines that bear a label: a branch is named at its port and on its lane. `flowOf` gives what flowed through a line, if that is shown. */
export function labelsOf(
  lines: readonly RoutedLine[],
  flowOf: (id: string) => string | null | undefined = () => null,
): readonly Labelled[] {
  return lines.flatMap(({ id, curve, line }) => {
    if (line.label === "" || (line.reason.kind !== "data" && line.reason.kind !== "order")) return [];
    return [{ id, curve, text: flowOf(id) ?? line.label }];
  });
}

/**
 * The middle of each label: on its line, off every card and label, and off every other line. Where lines run together it stands where they
 * have parted. A label without a free place has none, for it would be crowded there: its line says it when it is looked at.
 */
export function labelPositions(
  labels: readonly Labelled[],
  cards: readonly Rect[],
  lines: readonly Curve[],
): ReadonlyMap<string, Position> {
  const taken: Rect[] = [];
  const positions = new Map<string, Position>();
  const ways = lines.map((curve) => ({ curve, bounds: grown(curveBounds(curve), 1), points: curvePoints(curve) }));
  for (const { id, curve, text } of labels) {
    const around = { width: labelWidth(text), height: label.height };
    const near = grown(curveBounds(curve), around.width / 2);
    const solid = [...cards, ...taken].filter((other) => overlaps(near, other));
    const others = ways.filter((way) => way.curve !== curve && overlaps(near, way.bounds));
    const position = placesOn(curve, around.width).find((place) => {
      const rect = labelRect(place, text);
      const isFree = solid.every((other) => !overlaps(rect, other));
      return isFree && others.every((way) => !overlaps(rect, way.bounds) || !runsThrough(way.points, rect));
    });
    if (position === undefined) continue;
    taken.push(labelRect(position, text));
    positions.set(id, position);
  }
  return positions;
}

/** Where a label may stand, the best first: in the middle of what runs level and is longer than it, then at shares of the whole. */
function placesOn(curve: Curve, width: number): readonly Position[] {
  const { way = [] } = curve;
  const level = way
    .slice(1)
    .flatMap((to, index) => {
      const from = way[index] ?? to;
      const length = Math.abs(to.x - from.x);
      return from.y === to.y && length > width ? [{ x: (from.x + to.x) / 2, y: to.y, length }] : [];
    })
    .sort((one, other) => other.length - one.length);
  return [...level, ...shares.map((share) => pointAt(curve, share))];
}

/** True where a line of straight pieces touches a rectangle; pieces that are not level or upright count as their own box. */
function runsThrough(points: readonly Position[], { x, y, width, height }: Rect): boolean {
  return points.some((to, index) => {
    const from = points[index - 1] ?? to;
    return (
      Math.min(from.x, to.x) < x + width &&
      x < Math.max(from.x, to.x) + 0.1 &&
      Math.min(from.y, to.y) < y + height &&
      y < Math.max(from.y, to.y) + 0.1
    );
  });
}
