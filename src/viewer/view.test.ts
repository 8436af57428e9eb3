import { describe, expect, it } from "vitest";
import { fitted, moved, zoomed } from "./view";
import { nextStep } from "./walk";

const screen = { width: 800, height: 600 };

describe("what is seen of the picture", () => {
  it("is all of it, in the middle and no larger than drawn", () => {
    expect(fitted({ x: 10, y: 20, width: 1600, height: 300 }, screen)).toEqual({ x: 10, y: -430, zoom: 0.5 });
    expect(fitted({ x: 0, y: 0, width: 100, height: 100 }, screen)).toEqual({ x: -350, y: -250, zoom: 1 });
  });

  it("keeps the point under the mouse while it comes nearer, and stops before nothing can be told", () => {
    const view = { x: 100, y: 50, zoom: 0.5 };
    const near = zoomed(view, 2, 200, 100);
    expect(near.zoom).toBe(1);
    expect([near.x + 200, near.y + 100]).toEqual([100 + 200 / 0.5, 50 + 100 / 0.5]);
    expect([zoomed(view, 1e6, 0, 0).zoom, zoomed(view, 1e-6, 0, 0).zoom]).toEqual([4, 0.02]);
  });

  it("moves with the hand", () => {
    expect(moved({ x: 0, y: 0, zoom: 0.5 }, 10, -20)).toEqual({ x: -20, y: 40, zoom: 0.5 });
  });
});

describe("an arrow", () => {
  const middles = [
    { x: 0, y: 0 },
    { x: 300, y: 20 },
    { x: 310, y: 200 },
    { x: 600, y: 0 },
  ];
  it.each([
    ["ArrowRight", 0, 1],
    ["ArrowDown", 1, 2],
    ["ArrowUp", 2, 1],
    ["ArrowLeft", 1, 0],
    ["ArrowLeft", 0, 0],
    ["ArrowRight", null, 0],
    ["Home", 2, 0],
    ["End", 0, 3],
    ["constructor", 0, null],
  ] as const)("%s leads from %s to %s", (key, from, to) => expect(nextStep(key, from, middles)).toBe(to));

  it("leads nowhere where there is no step", () => expect(nextStep("ArrowRight", null, [])).toBeNull());
});
