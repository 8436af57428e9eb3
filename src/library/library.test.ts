import { describe, expect, it } from "vitest";
import { corpus } from "../testing/fixtures";
import { fail, lambda, pipeline, read, training } from "../testing/steps";
import { tokens } from "../testing/tokens";
import { check, graph, parse, simulate } from ".";

const definition = pipeline(
  [
    lambda("Prep"),
    training("Train", {}, {}, read("Steps.Prep.OutputParameters['path']")),
    fail("Stop", { DependsOn: ["Train"] }),
  ],
  [{ Name: "Rows", Type: "Integer", DefaultValue: 1 }],
);
const text = JSON.stringify(definition);

describe("the library", () => {
  it.each(corpus().map(({ name, text }) => [name, text]))(
    "gives a definition back, token for token: %s",
    (_name, text) => {
      const parsed = parse(text);
      expect(parsed.ok && tokens(String(parsed.definition))).toEqual(tokens(text));
    },
  );

  it("says why a text is no definition", () => {
    expect(parse('{"Steps": [}')).toEqual({
      ok: false,
      refusal: { code: "not-json", message: expect.any(String), line: 1, column: 12 },
    });
    expect(() => graph("[]")).toThrow(/^1:1: /);
  });

  it("takes a text, a plain value and what was read, and says the same of each", async () => {
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(parsed.refusal.message);
    for (const source of [definition, parsed.definition]) {
      expect(graph(source)).toEqual(graph(text));
      expect(await check(source)).toEqual(await check(text));
      expect(await simulate(source)).toEqual(await simulate(text));
    }
  });

  it("tells problems with their source and their cures", async () => {
    const problems = await check(pipeline([fail("Stop", { DependsOn: ["Nobody"] })]));
    expect(problems).toContainEqual({
      code: "depends-on-unknown",
      severity: "error",
      step: "Stop",
      path: "DependsOn[0]",
      message: expect.any(String),
      why: expect.any(String),
      fixes: expect.any(Array),
    });
  });

  it("tells the edges with their reasons", () => {
    expect(graph(text).edges).toEqual([
      {
        from: "Prep",
        to: "Train",
        reasons: [{ kind: "data", output: "OutputParameters['path']", field: expect.stringContaining("S3Uri") }],
      },
      { from: "Train", to: "Stop", reasons: [{ kind: "order", trigger: "Completed" }] },
    ]);
  });

  it("simulates with parameters and samples, and refuses a value that does not fit", async () => {
    const samples = { Prep: { "OutputParameters['path']": "s3://b/sampled" } };
    const run = await simulate(text, { parameters: { Rows: "7" }, samples });
    expect(run.steps.map(({ name, status }) => [name, status])).toEqual([
      ["Prep", "Succeeded"],
      ["Train", "Succeeded"],
      ["Stop", "Failed"],
    ]);
    await expect(simulate(text, { parameters: { Rows: "many" } })).rejects.toThrow(/Rows/);
  });
});
