import { describe, expect, it } from "vitest";
import { isFarAt } from "./far";

describe("the view from afar", () => {
  it.each([
    [0.44, true],
    [0.45, false],
    [1, false],
  ])("at rest, a zoom of %s is from afar: %s", (zoom, far) => {
    expect(isFarAt(zoom, !far, false)).toBe(far);
  });

  it("stays as it is while the zoom goes to and fro across the border", () => {
    const seen: boolean[] = [];
    let far = true;
    for (const zoom of [0.44, 0.46, 0.5, 0.46, 0.43, 0.55]) {
      far = isFarAt(zoom, far, true);
      seen.push(far);
    }
    expect(seen).toEqual([true, true, true, true, true, true]);
    far = false;
    for (const zoom of [0.46, 0.44, 0.4, 0.44, 0.46]) {
      far = isFarAt(zoom, far, true);
      expect(far).toBe(false);
    }
  });

  it("changes while the zoom goes on in one direction", () => {
    expect(isFarAt(0.6, true, true)).toBe(false);
    expect(isFarAt(0.35, false, true)).toBe(true);
  });
});
