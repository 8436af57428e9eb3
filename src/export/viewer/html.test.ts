// @vitest-environment jsdom
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createDocument } from "../../pipeline/definition/document";
import { definitionOf } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import fc from "../../testing/properties";
import { condition, equal, forEach, lambda, pipeline, read, training } from "../../testing/steps";
import type { Told } from "../../viewer/told";
import { html } from "../html";

const written = (definition: object, name = "churn") =>
  html.write({ ...createDocument("", name, definitionOf(definition)), models: new Map() });

function opened(text: string) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const scripts = [...page.querySelectorAll("script")];
  return { page, scripts, told: JSON.parse(scripts[0]?.textContent ?? "") as Told };
}

describe("the viewer's file", () => {
  it("tells the fields of each step, what it reads and what reads it, and the problems", async () => {
    const { told } = opened(
      await written(
        pipeline(
          [
            lambda("Prep", { Arguments: { bucket: read("Parameters.Bucket"), rows: 2 } }),
            training("Train", {}, { DependsOn: ["Prep"] }, read("Steps.Prep.OutputParameters['path']")),
            condition("Gate", [{ ...equal, LeftValue: read("Steps.Gone.Outcome") }], [lambda("Publish")]),
            forEach("Each", [lambda("One")]),
          ],
          [
            { Name: "Bucket", Type: "String", DefaultValue: "acme" },
            { Name: "Rows", Type: "Integer" },
          ],
        ),
      ),
    );
    expect(told.steps.map(({ key, type, inside, depth }) => [key, type, inside, depth])).toEqual([
      ["Prep", "Lambda", "", 0],
      ["Train", "Training", "", 0],
      ["Gate", "Condition", "", 0],
      ["Publish", "Lambda", "in True of Gate", 1],
      ["Each", "ForEach", "", 0],
      ["One", "Lambda", "in Each of Each", 1],
    ]);
    const [prep, train, gate] = told.steps;
    expect(prep?.fields).toContainEqual({
      path: "Arguments.bucket",
      value: [{ text: "Parameters.Bucket", step: null }],
    });
    expect(prep?.fields).toContainEqual({ path: "Arguments.rows", value: ["2"] });
    expect(prep?.to.map(({ step }) => step)).toEqual([1, 1]);
    expect(train?.from.map(({ said }) => said)).toContain("path → train");
    expect(train?.fields).toContainEqual({
      path: "Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri",
      value: [{ text: "Steps.Prep.OutputParameters['path']", step: 0 }],
    });
    expect(gate?.fields.some(({ path }) => path.includes("IfSteps"))).toBe(false);
    expect(gate?.problems).toContainEqual(
      expect.objectContaining({ severity: "error", path: "Arguments.Conditions[0].LeftValue" }),
    );
    expect(told.parameters).toEqual([
      { path: "Bucket", value: ['String, "acme"'] },
      { path: "Rows", value: ["Integer, given at start"] },
    ]);
  });

  it("lets nothing run but its own script and sheet, and asks nothing of anybody", async () => {
    const { page, scripts } = opened(await written(pipeline([lambda("Prep")])));
    const policy = page.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content") ?? "";
    const hash = (text: string | null | undefined) =>
      `'sha256-${createHash("sha256")
        .update(text ?? "")
        .digest("base64")}'`;
    expect(policy).toContain(`script-src ${hash(scripts[1]?.textContent)};`);
    expect(policy).toContain(`style-src ${hash(page.querySelector("style")?.textContent)};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(page.querySelectorAll("[src], [style], iframe, object, embed, base, form")).toHaveLength(0);
    expect([...page.querySelectorAll("[href]")].map((one) => one.getAttribute("href"))).toEqual(["data:,"]);
  });

  const isWhole = async (text: string) => {
    const { page, scripts, told } = opened(await written(definitionFullOf(text), text));
    expect(scripts.map(({ type }) => type)).toEqual(["application/json", ""]);
    expect(page.querySelectorAll("b, iframe, img, style")).toHaveLength(1);
    expect(page.querySelectorAll("g[data-step]")).toHaveLength(told.steps.length);
    for (const { attributes } of page.querySelectorAll("*"))
      for (const { name } of attributes) expect(name).not.toMatch(/^on/);
    const values = told.steps.flatMap(({ fields }) => fields.flatMap(({ value }) => value));
    // A half of a character has no form in a file.
    if (text !== "" && !/\p{Cs}/u.test(text)) expect(values).toContain(text);
  };
  it.each(naughtyTexts.map((text) => [text]))("keeps %j a text", isWhole);
  it("keeps any text a text", async () => {
    await fc.assert(fc.asyncProperty(anyText, isWhole), { numRuns: 10 });
  }, 30_000);
});
