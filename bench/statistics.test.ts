import { expect, it } from "vitest";
import { median, percentile } from "./statistics";

it("takes the middle of an odd and the lower middle of an even number of runs", () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 20, 30])).toBe(20);
});

it("takes the frame that 95 of 100 do not exceed", () => {
  const frames = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(frames, 95)).toBe(95);
  expect(percentile([16, 17, 90], 95)).toBe(90);
});

it("says so when nothing was measured", () => {
  expect(() => median([])).toThrow("nothing was measured");
});
