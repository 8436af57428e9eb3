import { describe, expect, it } from "vitest";
import { createDocument } from "../../pipeline/definition/document";
import { definitionOf } from "../../testing/load";
import { lambda, pipeline } from "../../testing/steps";
import { dotsFor, png } from "../png";

describe("a picture in dots", () => {
  it("has two for each of the screen, and no more than a browser takes", () => {
    expect(dotsFor({ width: 1600, height: 900 })).toBe(2);
    const dots = dotsFor({ width: 8000, height: 8000 });
    expect(dots).toBe(0.5);
  });

  it("is the picture that the canvas gives, on its ground", async () => {
    const painted: [string, number][] = [];
    const source = { ...createDocument("", "churn", definitionOf(pipeline([lambda("Prep")]))), models: new Map() };
    await png.write(source, { extension: ".png", options: { ground: "dark" } }, async (svg, dots) => {
      painted.push([svg, dots]);
      return new Uint8Array();
    });
    expect(painted).toEqual([[expect.stringContaining('fill="#0f141a"'), 2]]);
  });
});
