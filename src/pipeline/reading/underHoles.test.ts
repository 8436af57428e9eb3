import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../testing/load";
import { lambda, pipeline, processing, training } from "../../testing/steps";
import { checkDefinition } from ".";

const models = await loadAllModels();
/** As Terraform and CloudFormation write one. */
const hole = (inside: string) => `\${${inside}}`;

const said = (steps: readonly object[], parameters: unknown[] = []) =>
  checkDefinition(definitionOf({ ...pipeline(steps), Parameters: parameters }), models).map(({ code }) => code);

describe("a value that is nothing but a hole", () => {
  it.each([
    ["a step", [hole("local.step")]],
    ["all that a step is sent", [{ ...training("T"), Arguments: hole("merge(local.a, { b = { c = 1 } })") }]],
    ["what it waits for", [{ ...training("T"), DependsOn: "{{ depends_on }}" }]],
    ["its retries and caching", [{ ...training("T"), RetryPolicies: hole("local.r"), CacheConfig: "<%= cache %>" }]],
    ["its files", [{ ...processing("P"), PropertyFiles: hole("var.files") }]],
    ["its outputs", [{ ...lambda("L"), OutputParameters: hole("local.outputs") }]],
    [
      "a branch, a step of one, and conditions",
      [
        {
          Name: "C",
          Type: "Condition",
          Arguments: { Conditions: hole("local.c"), IfSteps: hole("local.i"), ElseSteps: [hole("local.e")] },
        },
      ],
    ],
    [
      "a loop",
      [
        {
          Name: "F",
          Type: "ForEach",
          Arguments: { IterableItems: hole("local.i"), MaxConcurrency: hole("var.n"), ForEachBody: hole("local.b") },
        },
      ],
    ],
  ])("may be %s", (_what, steps) => {
    const parameters = [{ Name: "Unused", Type: "String", DefaultValue: "x" }];
    expect(said(steps as object[], parameters)).toEqual([]);
  });

  it("may be the parameters, or one of them", () => {
    expect(said([lambda("L")], [hole("local.first"), { Name: "B", Type: "String", DefaultValue: "x" }])).toEqual([]);
  });

  it("does not hide a key that is wrong, nor what stands beside it", () => {
    expect(said([{ ...training("T"), Cache: hole("x"), RetryPolicies: "none" }])).toEqual(
      expect.arrayContaining(["kind-mismatch"]),
    );
    expect(said([{ ...training("T"), DependsOn: `${hole("a")}-${hole("b")}` }])).toContain("kind-mismatch");
    expect(said([lambda("L")], [{ Name: "B", Type: "String", DefaultValue: hole("x") }])).toContain("parameter-unused");
  });
});
