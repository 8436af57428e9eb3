import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../../testing/load";
import { lambda, model, pipeline, read } from "../../../testing/steps";
import { checkDefinition } from "../../reading";

const models = await loadAllModels();
const outputs = (...names: string[]) => ({
  OutputParameters: names.map((OutputName) => ({ OutputName, OutputType: "String" })),
});

describe("retries of a create or register model step", () => {
  it("are refused on exceptions of a job, as the SDK refuses them", () => {
    const retried = model(
      "M",
      {},
      {
        RetryPolicies: [{ ExceptionType: ["Step.THROTTLING", "SageMaker.CAPACITY_ERROR"] }],
      },
    );
    const found = checkDefinition(definitionOf(pipeline([retried])), models);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: "retry-not-allowed",
        severity: "error",
        at: ["RetryPolicies", 0, "ExceptionType", 1],
        message: "M is retried on Step.* exceptions alone, and not on SageMaker.CAPACITY_ERROR.",
      }),
    );
  });
});

describe("an output that a loop's reader reads", () => {
  it("is in use", () => {
    const body = lambda("Score", outputs("auc"));
    const loop = {
      Name: "F",
      Type: "ForEach",
      Arguments: { IterableItems: ["a"], MaxConcurrency: 1, ForEachBody: [body] },
    };
    const last = lambda("R", {
      Arguments: { x: read("Steps.F.IterationOutputs[0].Score.OutputParameters['auc']") },
      ...outputs(),
    });
    const found = checkDefinition(definitionOf(pipeline([loop, last])), models);
    expect(found.map(({ code }) => code)).not.toContain("output-unused");
  });
});
