import { describe, expect, it } from "vitest";
import { deepEqual } from "./deepEqual";

const nested = () => ({ ports: [{ id: "a", at: new Map([["x", 1]]) }], box: false, gone: undefined, rest: null });

describe("two structures", () => {
  it.each<[string, unknown, unknown]>([
    ["of the same data", nested(), nested()],
    ["with their keys in another order", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["that are no number", [Number.NaN], [Number.NaN]],
  ])("%s are alike", (_, left, right) => {
    expect(deepEqual(left, right)).toBe(true);
  });

  it.each<[string, unknown, unknown]>([
    ["another value in a Map", nested(), { ...nested(), ports: [{ id: "a", at: new Map([["x", 2]]) }] }],
    ["another key in a Map", new Map([["a", undefined]]), new Map([["b", undefined]])],
    ["a key that is missing", { a: undefined }, {}],
    ["a key in place of another", { a: undefined }, { b: undefined }],
    ["a longer list", [1], [1, 2]],
    ["a list in place of an object", [1], { 0: 1 }],
    ["null in place of an object", {}, null],
    ["a text in place of a number", { a: 1 }, { a: "1" }],
    ["an inherited key in place of an own one", { a: 1, toString: 2 }, { a: 1, b: 2 }],
  ])("with %s are not alike", (_, left, right) => {
    expect(deepEqual(left, right)).toBe(false);
    expect(deepEqual(right, left)).toBe(false);
  });
});
