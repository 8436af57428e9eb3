import { expect, it } from "vitest";
import { scaleOf, shareOf, snapped } from "./scale";

it.each([
  [[6, 5.5], false, { from: 5.25, to: 6.25, step: 0.005 }],
  [[0.7, 0.5], false, { from: 0, to: 1, step: 0.01 }],
  [[6], false, { from: 3, to: 9, step: 0.1 }],
  [[5], true, { from: 2, to: 8, step: 1 }],
  [[100, 5000], true, { from: 0, to: 7500, step: 100 }],
  [[-3, 2], false, { from: -5.5, to: 4.5, step: 0.05 }],
  [[0], true, { from: 0, to: 1, step: 1 }],
])("goes over %j with room on both sides, in round steps (integers: %s)", (numbers, isInteger, scale) => {
  expect(scaleOf(numbers, isInteger)).toEqual(scale);
});

it("lies exactly on a flip that is nearer than half a step", () => {
  const scale = { from: 0, to: 1, step: 0.01 };
  expect([0.73, 0.74].map((position) => snapped(position, scale, [0.7342]))).toEqual([0.7342, 0.74]);
  expect(shareOf(0.25, scale)).toBe(0.25);
});
