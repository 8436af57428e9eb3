import { describe, expect, it } from "vitest";
import { aligned, distributed } from "./align";

const rects = new Map([
  ["Wide", { x: 0, y: 0, width: 200, height: 50 }],
  ["High", { x: 320, y: 90, width: 100, height: 150 }],
  ["Small", { x: 220, y: 300, width: 50, height: 50 }],
]);

const xs = (layout: ReadonlyMap<string, { x: number }>) => ["Wide", "High", "Small"].map((key) => layout.get(key)?.x);
const ys = (layout: ReadonlyMap<string, { y: number }>) => ["Wide", "High", "Small"].map((key) => layout.get(key)?.y);

describe("steps that are aligned", () => {
  it("stand at the outermost edge of all, or in the middle between the two", () => {
    expect(xs(aligned(rects, "left"))).toEqual([0, 0, 0]);
    expect(xs(aligned(rects, "centre"))).toEqual([110, 160, 185]);
    expect(xs(aligned(rects, "right"))).toEqual([220, 320, 370]);
    expect(ys(aligned(rects, "top"))).toEqual([0, 0, 0]);
    expect(ys(aligned(rects, "middle"))).toEqual([150, 100, 150]);
    expect(ys(aligned(rects, "bottom"))).toEqual([300, 200, 300]);
  });

  it("keep their place in the other direction", () => {
    expect(ys(aligned(rects, "left"))).toEqual([0, 90, 300]);
    expect(xs(aligned(rects, "bottom"))).toEqual([0, 320, 220]);
  });
});

describe("steps that are distributed", () => {
  it("have equal gaps between them, the first and the last where they were", () => {
    expect(xs(distributed(rects, "across"))).toEqual([0, 320, 235]);
    expect(ys(distributed(rects, "down"))).toEqual([0, 100, 300]);
  });
});
