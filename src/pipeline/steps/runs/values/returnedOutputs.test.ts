import { describe, expect, it } from "vitest";
import { declares, lambda } from "../../../../testing/steps";
import { outputsReturned } from "./returnedOutputs";

const step = lambda("Prep", {
  OutputParameters: declares({ path: "String", rows: "Integer", ok: "Boolean", auc: "Float" }),
});
const whole = { path: "s3://b/x", rows: 3, ok: true, auc: 0.5 };
const returned = (value: unknown) => outputsReturned(step, JSON.stringify(value));

describe("what a handler returned", () => {
  it("gives the outputs that the step declares, as texts, and nothing else", () => {
    expect(returned({ ...whole, more: 1 })).toEqual({
      ok: true,
      outputs: [
        { Name: "path", Value: "s3://b/x" },
        { Name: "rows", Value: "3" },
        { Name: "ok", Value: "true" },
        { Name: "auc", Value: "0.5" },
      ],
      notes: [],
    });
  });

  it("says which declared outputs are missing", () => {
    const result = returned({ path: "x", rows: 1, ok: null });
    expect(result).toMatchObject({
      ok: true,
      notes: [expect.stringContaining("'ok'"), expect.stringContaining("'auc'")],
    });
  });

  it("makes a structure its JSON text, and says that nothing can look into it", () => {
    const result = returned({ ...whole, path: { bucket: "b" } });
    expect(result).toMatchObject({ ok: true, notes: [expect.stringContaining("becomes its JSON text")] });
    expect(result.ok && result.outputs[0]?.Value).toBe('{"bucket":"b"}');
  });

  it.each([
    [
      "a value of another type",
      { ...whole, rows: "many" },
      "Output 'rows' is declared Integer, and the function returned a text: many.",
    ],
    ["a fraction for a whole number", { ...whole, rows: 1.5 }, "declared Integer"],
    ["a text that is too long", { ...whole, path: "x".repeat(1025) }, "1025 characters"],
    ["no object at all", [1], "The function returned a list, and the step declares the outputs path, rows, ok, auc"],
    ["nothing", null, "The function returned nothing"],
  ])("fails for %s, in plain words", (_what, value, said) => {
    expect(returned(value)).toEqual({ ok: false, reason: expect.stringContaining(said) });
  });

  it("is of no interest to a step that declares nothing", () => {
    expect(outputsReturned(lambda("Prep", { OutputParameters: [] }), "[1]")).toMatchObject({ ok: true, outputs: [] });
  });
});
