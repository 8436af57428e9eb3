import { describe, expect, it } from "vitest";
import { declares, lambda } from "../../../testing/steps";
import type { ObjectValue, Value } from "../../definition/value";
import { sampleContext } from "../../steps/runs/values/names";
import { resolvedArguments } from "../values/resolvedArguments";
import { simulate } from "./simulate";

const prep: ObjectValue = lambda("Prep", {
  OutputParameters: declares({ statusCode: "Integer", ok: "Boolean", train_path: "String" }),
});

describe("what a step was sent", () => {
  const train: ObjectValue = {
    Name: "Train",
    Type: "Training",
    Arguments: { A: { Get: "Steps.Prep.OutputParameters['train_path']" }, B: { Get: "Parameters.P" } },
  };
  const definition: ObjectValue = { Parameters: [{ Name: "P", Type: "Integer" }], Steps: [prep, train] };
  const parameters = new Map<string, Value>([["P", 3]]);
  const execution = sampleContext("p");

  it("is resolved from parameters and the outputs that are known", () => {
    const outputsByStep = new Map([["Prep", new Map<string, Value>([["OutputParameters.train_path", "s3://x"]])]]);
    const resolved = resolvedArguments(definition, "Train", { parameters, execution, outputsByStep });
    expect(resolved).toEqual({ value: { A: "s3://x", B: 3 }, unresolved: [] });
  });

  it("keeps the expression of what is not known", () => {
    const resolved = resolvedArguments(definition, "Train", { parameters, execution, outputsByStep: new Map() });
    expect(resolved?.value).toEqual({ A: { Get: "Steps.Prep.OutputParameters['train_path']" }, B: 3 });
    expect(resolved?.unresolved).toHaveLength(1);
  });

  it("equals what a simulation of the same execution sends", () => {
    const { steps } = simulate(definition, { parameters, context: execution });
    const outputsByStep = new Map(steps.map(({ name, outputs }) => [name, outputs]));
    expect(resolvedArguments(definition, "Train", { parameters, execution, outputsByStep })?.value).toEqual(
      steps[1]?.request,
    );
  });
});
