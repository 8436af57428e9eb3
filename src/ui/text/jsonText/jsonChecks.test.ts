import { describe, expect, it } from "vitest";
import { endsInString, indented, whyNotJson } from "./jsonChecks";

const chip = { Get: "Parameters.A" };

describe("a JSON text with chips", () => {
  it.each([
    ['{"a": "', true],
    ['{"a": "b"', false],
    ['{"a": "b\\"', true],
    ['{"a": "\\\\"', false],
    ["", false],
  ])("%s ends inside a string: %s", (text, inside) => expect(endsInString(text)).toBe(inside));

  it("is JSON where its chips stand in strings", () => {
    expect(whyNotJson({ texts: ['{"a": "', '-x", "b": [2.0]}'], expressions: [chip] })).toBeNull();
    expect(whyNotJson({ texts: [""], expressions: [] })).toBeNull();
    expect(whyNotJson({ texts: ['{"a": ', "}"], expressions: [chip] })).toContain("between quotes");
    expect(whyNotJson({ texts: ['{"a": "', '"'], expressions: [chip] })).toMatch(/^Line 1, column \d+: /);
  });

  it("is indented, its numbers and chips kept; not where it is no JSON", () => {
    expect(indented({ texts: ['{"a":"', '","n":2.0}'], expressions: [chip] })).toEqual({
      texts: ['{\n  "a": "', '",\n  "n": 2.0\n}'],
      expressions: [chip],
    });
    expect(indented({ texts: ["{"], expressions: [] })).toBeNull();
    expect(indented({ texts: ['"\uFFFC', '"'], expressions: [chip] })).toBeNull();
  });
});
