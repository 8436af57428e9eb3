/** Steps in a line with each other, or as far from each other. */
import type { Layout } from "../definition/document";
import { boundsOf, type Rect } from "./rect";

export const alignments = ["left", "centre", "right", "top", "middle", "bottom"] as const;
type Alignment = (typeof alignments)[number];

export const axes = ["across", "down"] as const;
type Axis = (typeof axes)[number];

export type Arrangement = Alignment | Axis;

type Rects = ReadonlyMap<string, Rect>;

/** New places for what is to stand in a line: at the edge of all, or in their middle. */
export function aligned(rects: Rects, how: Alignment): Layout {
  const all = boundsOf(rects.values());
  if (all === null) return new Map();
  const place = ({ x, y, width, height }: Rect) => {
    switch (how) {
      case "left":
        return { x: all.x, y };
      case "centre":
        return { x: all.x + (all.width - width) / 2, y };
      case "right":
        return { x: all.x + all.width - width, y };
      case "top":
        return { x, y: all.y };
      case "middle":
        return { x, y: all.y + (all.height - height) / 2 };
      case "bottom":
        return { x, y: all.y + all.height - height };
    }
  };
  return new Map([...rects].map(([key, rect]) => [key, place(rect)]));
}

/** New places with equal gaps between what is first and what is last, which stay; where they lie on each other, the gaps are less than none. */
export function distributed(rects: Rects, axis: Axis): Layout {
  const [start, size] = axis === "across" ? (["x", "width"] as const) : (["y", "height"] as const);
  const sorted = [...rects].sort(([, one], [, other]) => one[start] - other[start]);
  const [first, last] = [sorted[0]?.[1], sorted.at(-1)?.[1]];
  if (first === undefined || last === undefined) return new Map();
  const filled = sorted.reduce((sum, [, rect]) => sum + rect[size], 0);
  const gap = (last[start] + last[size] - first[start] - filled) / Math.max(1, sorted.length - 1);
  let next = first[start];
  return new Map(
    sorted.map(([key, rect]) => {
      const place = { x: rect.x, y: rect.y, [start]: next };
      next += rect[size] + gap;
      return [key, place];
    }),
  );
}
