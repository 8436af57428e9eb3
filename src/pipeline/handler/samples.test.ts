import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type HandlerReading, readHandler } from "./readHandler";
import { expected } from "./samples/expected";

const folder = join(import.meta.dirname, "samples");
const files = readdirSync(folder)
  .filter((name) => name !== "expected.ts")
  .sort();
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
    expect(files).toEqual(Object.keys(expected).sort());
    expect(files.filter((file) => file.endsWith(".py")).length).toBeGreaterThanOrEqual(20);
    expect(files.filter((file) => !file.endsWith(".py")).length).toBeGreaterThanOrEqual(20);
  });

  it.each(files)("is read: %s", (file) => {
    const reading = readHandler({ text: readFileSync(join(folder, file), "utf8"), fileName: nameOf(file) });
    expect(summary(reading)).toEqual(expected[file]);
  });
});
