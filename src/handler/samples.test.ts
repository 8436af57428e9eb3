import { describe, expect, it } from "vitest";
import { handlers } from "../testing/fixtures";
import { handlerSummary } from "../testing/handlerSummary";

const samples = handlers();

describe("a handler written by somebody", () => {
  it("is there in twenty styles per language, each with what must be read", () => {
    expect(samples.filter(({ file }) => file.endsWith(".py")).length).toBeGreaterThanOrEqual(20);
    expect(samples.filter(({ file }) => !file.endsWith(".py")).length).toBeGreaterThanOrEqual(20);
  });

  it.each(samples)("is read: $file", ({ file, text, expected }) => {
    expect(handlerSummary(text, file)).toEqual(expected);
  });
});
