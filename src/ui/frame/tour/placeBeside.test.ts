import { expect, it } from "vitest";
import { overlaps } from "../../../pipeline/layout/rect";
import fc from "../../../testing/properties";
import { placeBeside } from "./placeBeside";

const bubble = { width: 320, height: 160 };
const room = { width: 1440, height: 900 };

it.each([
  ["the palette, at its right", { x: 0, y: 50, width: 240, height: 850 }, { x: 254, y: 395 }],
  ["the inspector, at its left", { x: 1090, y: 50, width: 350, height: 850 }, { x: 756, y: 395 }],
  ["the top bar, below it", { x: 0, y: 0, width: 1440, height: 50 }, { x: 560, y: 64 }],
  ["the bottom panel, above it", { x: 0, y: 860, width: 1440, height: 40 }, { x: 560, y: 686 }],
])("a bubble stands beside %s", (_, target, at) => {
  expect(placeBeside(target, bubble, room)).toEqual(at);
});

it("never covers what has room beside it, and never leaves the window", () => {
  const rect = fc.record({
    x: fc.integer({ min: 0, max: 1400 }),
    y: fc.integer({ min: 0, max: 860 }),
    width: fc.integer({ min: 8, max: 700 }),
    height: fc.integer({ min: 8, max: 500 }),
  });
  fc.assert(
    fc.property(rect, (target) => {
      const { x, y } = placeBeside(target, bubble, room);
      expect(x >= 0 && y >= 0 && x + bubble.width <= room.width && y + bubble.height <= room.height).toBe(true);
      expect(overlaps({ x, y, ...bubble }, target)).toBe(false);
    }),
  );
});
