import { describe, expect, it, vi } from "vitest";
import { keepSame, oncePerObject } from "./remember";

describe("once per object", () => {
  it("computes once for an object, and for each object its own", () => {
    const compute = vi.fn((list: readonly number[]) => list.length);
    const length = oncePerObject(compute);
    const [two, three] = [
      [1, 2],
      [1, 2, 3],
    ];
    expect([length(two), length(three), length(two), length(three)]).toEqual([2, 3, 2, 3]);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it("computes again where another argument changed, and not where it is left out", () => {
    const compute = vi.fn((list: readonly number[], factor = 1) => list.length * factor);
    const scaled = oncePerObject(compute);
    const list = [1, 2];
    expect([scaled(list, 2), scaled(list, 2), scaled(list), scaled(list, 3), scaled(list)]).toEqual([4, 4, 4, 6, 6]);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it("keeps what is equal to the value of before", () => {
    const words = oncePerObject(
      (line: { text: string }, more: string): readonly string[] => [line.text, more.trim()],
      keepSame,
    );
    const line = { text: "a" };
    expect(words(line, "b ")).toBe(words(line, "b"));
    expect(words(line, "c")).toEqual(["a", "c"]);
  });

  it("takes texts too, and forgets them when there are many", () => {
    const compute = vi.fn((text: string) => text.toUpperCase());
    const upper = oncePerObject(compute);
    expect([upper("a"), upper("a")]).toEqual(["A", "A"]);
    expect(compute).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 1_000; i++) upper(`text ${i}`);
    upper("a");
    expect(compute).toHaveBeenCalledTimes(1_002);
  });

  it("remembers nothing where it throws", () => {
    const compute = vi.fn((_: object): number => {
      throw new Error("no");
    });
    const once = oncePerObject(compute);
    const key = {};
    expect(() => once(key)).toThrow("no");
    expect(() => once(key)).toThrow("no");
    expect(compute).toHaveBeenCalledTimes(2);
  });
});

describe("keep the same", () => {
  const before = [{ id: 1 }, { id: 2 }];
  it.each([
    ["the same things", [...before], true],
    ["another order", before.toReversed(), false],
    ["fewer", before.slice(1), false],
    ["equal things, told by nobody", [{ id: 1 }, { id: 2 }], false],
  ])("%s", (_, now, isKept) => {
    expect(keepSame(before, now)).toBe(isKept ? before : now);
  });

  it("asks whoever knows what is the same", () => {
    expect(keepSame(before, [{ id: 1 }, { id: 2 }], (a, b) => a.id === b.id)).toBe(before);
    const now = [{ id: 3 }];
    expect(keepSame(undefined, now)).toBe(now);
  });
});
