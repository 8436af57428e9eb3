import { describe, expect, it } from "vitest";
import { compares, condition, declares, lambda, pipeline, processing, read } from "../../../testing/steps";
import type { ObjectValue, Value } from "../../definition/value";
import { sampleContext } from "../../steps/runs/values/names";
import { valueReader } from "../engine/readValue";
import { simulate } from "../engine/simulate";
import { simulationParameters } from "../values/givenParameters";
import { flipsOf } from "./flipsOf";
import { flipWords, outcomeAt } from "./flipWords";
import { type NumberSource, sourcesCompared } from "./numberSource";

const threshold: NumberSource = { kind: "parameter", name: "Threshold" };
const report = (Path: string) => ({
  "Std:JsonGet": { PropertyFile: read("Steps.Evaluate.PropertyFiles.Report"), Path },
});
const against = (Type: string, RightValue: unknown) => ({ Type, LeftValue: read("Parameters.Threshold"), RightValue });

function open(...conditions: unknown[]) {
  const evaluate = processing(
    "Evaluate",
    {},
    { PropertyFiles: [{ PropertyFileName: "Report", OutputName: "report" }] },
  );
  const definition = pipeline(
    [evaluate, lambda("Prep", { OutputParameters: declares({ rows: "Integer" }) }), condition("Gate", conditions)],
    [
      { Name: "Threshold", Type: "Float", DefaultValue: 6 },
      { Name: "Least", Type: "Integer", DefaultValue: 2 },
    ],
  ) as unknown as ObjectValue;
  const input = {
    parameters: simulationParameters(definition, new Map()).values,
    context: sampleContext("p"),
    samples: new Map<string, ObjectValue>([
      ["Evaluate", { PropertyFiles: { Report: { mse: { value: 5.5 }, name: "a" } } }],
      ["Prep", { "OutputParameters['rows']": 3 }],
    ]),
  };
  return { definition, read: valueReader(definition, simulate(definition, input), input) };
}

function wordsOf(source: NumberSource, ...conditions: unknown[]): readonly string[] {
  const { definition, read } = open(...conditions);
  return flipsOf(definition, source, read).map(flipWords);
}

describe("where a Condition turns", () => {
  it.each([
    ["a comparison with a number", [against("LessThanOrEqualTo", 6)], "at 6: True up to it, False above"],
    ["one that is strict", [against("LessThan", 6)], "at 6: True below, False from it on"],
    ["equality", [against("Equals", 6)], "at 6: True there alone, else False"],
    ["the value of a file", [against("GreaterThan", report("mse.value"))], "at 5.5: False up to it, True above"],
    [
      "the other side",
      [{ Type: "LessThan", LeftValue: 4, RightValue: read("Parameters.Threshold") }],
      "at 4: False up to it, True above",
    ],
    [
      "another parameter",
      [compares("GreaterThanOrEqualTo", "Parameters.Threshold", "Parameters.Least")],
      "at 2: False below, True from it on",
    ],
    ["Not", [{ Type: "Not", Condition: against("GreaterThan", 3) }], "at 3: True up to it, False above"],
    [
      "two that both must hold",
      [against("GreaterThan", 2), against("LessThan", 4)],
      "at 2 (False up to it, True above) and at 4 (True below, False from it on)",
    ],
    [
      "Or",
      [{ Type: "Or", Conditions: [against("LessThan", 1), against("GreaterThan", 9)] }],
      "at 1 (True below, False from it on) and at 9 (False up to it, True above)",
    ],
    [
      "In",
      [{ Type: "In", QueryValue: read("Parameters.Threshold"), Values: [1, read("Parameters.Least")] }],
      "at 1 (True there alone, else False) and at 2 (True there alone, else False)",
    ],
    [
      "a comparison that another one covers",
      [against("GreaterThan", 2), against("GreaterThan", 4)],
      "at 4: False up to it, True above",
    ],
  ])("is found for %s", (_, conditions, words) => {
    expect(wordsOf(threshold, ...conditions)).toEqual([`Gate turns ${words}.`]);
  });

  it("is nowhere, in words, where another condition decides, or the other side is no number", () => {
    const never = { Type: "Equals", LeftValue: 1, RightValue: 2 };
    expect(wordsOf(threshold, never, against("LessThan", 4))).toEqual([
      "Gate compares it, and is False whatever it is.",
    ]);
    expect(wordsOf(threshold, against("LessThan", report("name")))).toEqual([
      "Gate compares it with something that is no number, and fails.",
    ]);
  });

  it("is of no Condition that reads it inside a text, or not at all", () => {
    const joined = { "Std:Join": { On: "", Values: [read("Parameters.Threshold")] } };
    expect(wordsOf(threshold, { Type: "Equals", LeftValue: joined, RightValue: "6" })).toEqual([]);
    expect(wordsOf(threshold, compares("Equals", "Parameters.Least", "Parameters.Least"))).toEqual([]);
  });

  it("is found for samples: of an output, and of a number inside a file", () => {
    const rows: Value = read("Steps.Prep.OutputParameters['rows']");
    const conditions = [
      { Type: "GreaterThanOrEqualTo", LeftValue: rows, RightValue: 1 },
      { Type: "LessThanOrEqualTo", LeftValue: report("mse.value"), RightValue: read("Parameters.Threshold") },
    ];
    const { definition, read: reader } = open(...conditions);
    const sources = sourcesCompared(definition);
    expect(sources).toEqual([
      { kind: "output", step: "Prep", output: ["OutputParameters", "rows"], inside: [] },
      { kind: "output", step: "Evaluate", output: ["PropertyFiles", "Report"], inside: ["mse", "value"] },
      threshold,
    ]);
    const said = sources.map((source) => flipsOf(definition, source, reader).map(flipWords)[0]);
    expect(said).toEqual([
      "Gate turns at 1: False below, True from it on.",
      "Gate turns at 6: True up to it, False above.",
      "Gate turns at 5.5: False below, True from it on.",
    ]);
  });

  it("says what comes out at a number", () => {
    const { definition, read } = open(against("GreaterThan", 2), against("LessThan", 4));
    const [gate] = flipsOf(definition, threshold, read);
    expect([1, 2, 3, 4].map((number) => gate && outcomeAt(gate, number))).toEqual([false, false, true, false]);
  });
});
