/** Ways of lines as the layout found them, brought to the very points where the ports stand. */
import type { Position, Way } from "../definition/document";
import { oncePerObject } from "../remember";

/** As far as a whole pixel may be from where elk wanted a card, both ends together. */
const rounding = 2;
/** So far from its port a line turns that has to go to another height first. */
const stub = 16;

/** The way from one port to another: level at both ends, no point too many. */
export function fitted(way: readonly Position[], from: Position, to: Position): Way {
  const inner = way.slice(1, -1);
  const [start = from, end = to] = [way[0], way.at(-1)];
  const [first, last] = [inner[0], inner.at(-1)];
  if (first === undefined || last === undefined) {
    if (Math.abs(from.y - to.y) <= rounding) return [from, to];
    const middle = (from.x + to.x) / 2;
    return [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to];
  }
  const points = [...inner];
  if (Math.abs(start.y - from.y) <= rounding) points[0] = { x: first.x, y: from.y };
  else points.unshift({ x: from.x + stub, y: from.y }, { x: from.x + stub, y: first.y });
  const tail = points.length - 1;
  if (Math.abs(end.y - to.y) <= rounding) points[tail] = { x: last.x, y: to.y };
  else points.push({ x: to.x - stub, y: last.y }, { x: to.x - stub, y: to.y });
  return withoutStraight([from, ...points, to]);
}

/** Without points at which nothing turns. */
function withoutStraight(points: readonly Position[]): Way {
  const kept: Position[] = [];
  for (const point of points) {
    for (;;) {
      const [before, last] = [kept.at(-2), kept.at(-1)];
      const isOn = last !== undefined && isClose(last, point);
      const isStraight =
        before !== undefined &&
        last !== undefined &&
        ((Math.abs(before.x - last.x) < 0.5 && Math.abs(last.x - point.x) < 0.5) ||
          (Math.abs(before.y - last.y) < 0.5 && Math.abs(last.y - point.y) < 0.5));
      if (!isOn && !isStraight) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept.map(({ x, y }) => ({ x: Math.round(x * 2) / 2, y: Math.round(y * 2) / 2 }));
}

function isClose(left: Position, right: Position): boolean {
  return Math.abs(left.x - right.x) < 0.5 && Math.abs(left.y - right.y) < 0.5;
}

/** The ways of a document by their ends: a way counts as long as a line begins and ends where it does, whatever its steps are called. */
export const waysByEnds = oncePerObject((ways: readonly Way[]): ReadonlyMap<string, Way> => {
  return new Map(
    ways.flatMap((way) => {
      const [from, to] = [way[0], way.at(-1)];
      return from === undefined || to === undefined ? [] : [[endsOf(from, to), way] as const];
    }),
  );
});

export function endsOf(from: Position, to: Position): string {
  return `${from.x} ${from.y} ${to.x} ${to.y}`;
}
