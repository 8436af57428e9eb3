import { describe, expect, it } from "vitest";
import { importText } from "../../import";
import { createDocument } from "../../pipeline/definition/document";
import { serialise } from "../../pipeline/definition/serialise";
import { definitionOf } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import fc from "../../testing/properties";
import { condition, equal, lambda, pipeline, read, training } from "../../testing/steps";
import { tokens } from "../../testing/tokens";
import { markdown } from "../markdown";
import { code, escaped } from "./syntax";

const models = new Map();

describe("a report in Markdown", () => {
  it("tells the steps, what they read and give, the parameters and the problems", async () => {
    const definition = definitionOf(
      pipeline(
        [
          lambda("Prep", { Arguments: { bucket: read("Parameters.Bucket") } }),
          training("Train", {}, { DependsOn: ["Prep"] }, read("Steps.Prep.OutputParameters['path']")),
          condition("Gate", [{ ...equal, LeftValue: read("Steps.Gone.Outcome") }], [lambda("Publish")]),
        ],
        [
          { Name: "Bucket", Type: "String", DefaultValue: "a|b", EnumValues: ["a|b", "c"] },
          { Name: "Rows", Type: "Integer" },
        ],
      ),
    );
    const report = await markdown.write({ ...createDocument("", "churn", definition), models });
    expect(report).toMatch(
      /^# churn\n\nA pipeline of Amazon SageMaker with 4 steps and 2 parameters\.\n\n```mermaid\nflowchart LR\n/,
    );
    expect(report).toContain("| `Prep` | Lambda | `Parameters.Bucket` → bucket | `path` |");
    expect(report).toContain(
      "| `Train` | Training | `Steps.Prep.OutputParameters['path']` → S3Uri<br>after `Prep` (Completed) | `ModelArtifacts.S3ModelArtifacts` |",
    );
    expect(report).toContain("| &emsp;`Publish`<br>in True of Gate | Lambda |  | `path` |");
    expect(report).toContain('| `Bucket` | String | `"a\\|b"` | `"a\\|b"`, `"c"` |');
    expect(report).toContain("| `Rows` | Integer | given at start |  |");
    expect(report).toMatch(/\n- \*\*error\*\* `Gate` `Arguments\.Conditions\[0\]\.LeftValue`: .*Gone/);
    expect(report).toMatch(/<details>\n<summary>[^\n]+<\/summary>\n\n```json\n\{\n[\s\S]+\n\}\n```\n\n<\/details>\n$/);
  });

  const comesBack = async (text: string) => {
    const definition = definitionOf(definitionFullOf(text));
    const report = await markdown.write({ ...createDocument("", text, definition), models });
    const read = await importText(report, "README.md");
    const result = read.ok ? read.found[0].result : read;
    expect(result.ok && tokens(serialise(result.value))).toEqual(tokens(serialise(definition)));
    expect(read.ok && read.found.length).toBe(1);
    // Three fences are opened and closed: no text of the definition makes one.
    expect(report.match(/^ {0,3}(```|~~~)/gm)).toHaveLength(4);
  };
  it.each(naughtyTexts.map((text) => [text]))("keeps %j in its place", comesBack);
  it("keeps any text in its place", async () => {
    await fc.assert(fc.asyncProperty(anyText, comesBack), { numRuns: 10 });
  }, 30_000);
});

describe("a text in Markdown", () => {
  it.each([
    ["a|b", "a\\|b"],
    ["snake_case _x_", "snake_case \\_x\\_"],
    ["<b> & @you #1 `x`", "\\<b\\> \\& \\@you \\#1 \\`x\\`"],
    ["two\nlines", "two lines"],
  ])("%j is escaped", (text, expected) => expect(escaped(text)).toBe(expected));

  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["", "`  `"],
    ["a|b", "`a\\|b`"],
  ])("%j is shown as code", (text, expected) => expect(code(text)).toBe(expected));
});
