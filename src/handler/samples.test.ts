import { describe, expect, it } from "vitest";
import { handlers } from "../testing/fixtures";
import { type HandlerReading, readHandler } from "./readHandler";

const samples = handlers();
const nameOf = (file: string) => file.replace(/\.txt$/, "");

function summary({ handler, outputs, inputs, problems }: HandlerReading) {
  return {
    handler,
    outputs: outputs
      .map(({ name, type, guess, nested }) => `${name}:${type}${nested ? "*" : ""}${guess ? "?" : ""}`)
      .join(" "),
    inputs: inputs.map(({ name }) => name).join(" "),
    problems: problems.map(({ code }) => code).join(" "),
  };
}

describe("a handler written by somebody", () => {
  it("is there in twenty styles per language, each with what must be read", () => {
    expect(samples.filter(({ file }) => file.endsWith(".py")).length).toBeGreaterThanOrEqual(20);
    expect(samples.filter(({ file }) => !file.endsWith(".py")).length).toBeGreaterThanOrEqual(20);
  });

  it.each(samples)("is read: $file", ({ file, text, expected }) => {
    const reading = readHandler({ text, fileName: nameOf(file) });
    expect(summary(reading)).toEqual(expected);
  });
});
