import { describe, expect, it } from "vitest";
import { LosslessNumber } from "./losslessNumber";

describe("a number kept as its text", () => {
  it.each([
    ["2.0", 2],
    ["-0", -0],
    ["1E+2", 100],
    ["12345678901234567890", 12345678901234567000],
    ["1e999", Number.POSITIVE_INFINITY],
  ])("%s is printed as it was and counts as %d", (text, number) => {
    expect(String(new LosslessNumber(text))).toBe(text);
    expect(Number(new LosslessNumber(text))).toBe(number);
  });

  it.each(["", "01", "1.", ".5", "+1", "0x1", "NaN", "1 ", "1\n", "--1"])("%j is none", (text) => {
    expect(() => new LosslessNumber(text)).toThrow();
  });
});
