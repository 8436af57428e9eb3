import { describe, expect, it } from "vitest";
import { covers, placeIn, regionOf, sizeOf, type Viewed } from "./bitmap";

const view: Viewed = { x: 100, y: 50, zoom: 0.5, width: 800, height: 600 };
const endless = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

describe("the bitmap of the canvas", () => {
  it("has half a viewport on each side", () => {
    expect(sizeOf(view)).toEqual({ width: 1600, height: 1200, left: 400, top: 300 });
    expect(regionOf(view)).toEqual({ x: -1000, y: -700, width: 3200, height: 2400 });
  });

  it("lies where its points lie on the screen, however the view is moved", () => {
    const now = { ...view, x: -30, y: 80, zoom: 0.7 };
    const { x, y, scale } = placeIn(view, now);
    const point = { x: 321, y: -45 };
    const onBitmap = { x: point.x * view.zoom + view.x + 400, y: point.y * view.zoom + view.y + 300 };
    expect(onBitmap.x * scale + x).toBeCloseTo(point.x * now.zoom + now.x);
    expect(onBitmap.y * scale + y).toBeCloseTo(point.y * now.zoom + now.y);
  });

  it.each([
    ["as it was drawn", {}, true],
    ["panned by less than half a viewport", { x: 499, y: -249 }, true],
    ["panned by more", { x: 501 }, false],
    ["zoomed out to half", { x: 250, y: 175, zoom: 0.25 }, true],
    ["zoomed out further", { x: 280, y: 200, zoom: 0.2 }, false],
    ["zoomed in so far that it is coarse", { zoom: 1.3 }, false],
    ["in a window of another size", { width: 900 }, false],
  ])("%s: covers what is in view: %s", (_, moved, covered) => {
    expect(covers(view, { ...view, ...moved }, endless)).toBe(covered);
  });

  it("is enough where nothing lies beyond it", () => {
    expect(covers(view, { ...view, zoom: 0.1 }, { x: 0, y: 0, width: 500, height: 500 })).toBe(true);
    expect(covers(view, { ...view, x: 5000 }, null)).toBe(true);
  });
});
