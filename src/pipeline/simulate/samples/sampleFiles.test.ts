import { describe, expect, it } from "vitest";
import { definitionOf } from "../../../testing/load";
import { lambda, pipeline, processing, read } from "../../../testing/steps";
import type { Value } from "../../definition/value";
import { sampleContext } from "../../steps/runs/values/names";
import { valueReader } from "../engine/readValue";
import { simulate } from "../engine/simulate";
import { whyNotRead } from "../values/jsonPath";

const join = (...Values: Value[]) => ({ "Std:Join": { On: "/", Values } });
const report = join("s3://b/reports", read("Execution.PipelineExecutionId"), "mse.json");
const jsonGet = (S3Uri: Value, Path = "mse.value") => ({ "Std:JsonGet": { S3Uri, Path } });
const compare = (Type: string, LeftValue: Value, RightValue: Value) => ({ Type, LeftValue, RightValue });
const gate = (condition: unknown, rest: object = { DependsOn: ["Judge"] }) => ({
  Name: "Gate",
  Type: "Condition",
  Arguments: { Conditions: [condition], IfSteps: [], ElseSteps: [] },
  ...rest,
});

function run(steps: readonly object[], samples: object = {}) {
  const definition = definitionOf(pipeline([processing("Judge"), ...steps], [{ Name: "Where", Type: "String" }]));
  const input = {
    parameters: new Map([["Where", "s3://b/given.json"]]),
    context: sampleContext("p"),
    samples: new Map(Object.entries(samples)),
  };
  const simulation = simulate(definition, input);
  const step = (name: string) => simulation.steps.find((one) => one.name === name);
  return { simulation, step, read: valueReader(definition, simulation, input) };
}

describe("a JSON file in S3 that no step of the definition is said to write", () => {
  it.each([
    ["LessThanOrEqualTo", 6.0],
    ["LessThan", 6],
    ["GreaterThan", 6],
    ["GreaterThanOrEqualTo", 6],
    ["Equals", "good"],
    ["GreaterThan", "b"],
    ["LessThan", "b"],
    ["Equals", true],
  ])("makes a condition %s %j true that reads it", (type, literal) => {
    expect(run([gate(compare(type, jsonGet(report), literal))]).step("Gate")).toMatchObject({
      status: "Succeeded",
      outcome: true,
    });
  });

  it.each(["Equals", "LessThan", "LessThanOrEqualTo", "GreaterThan", "GreaterThanOrEqualTo"])(
    "makes a Not %s true, on either side",
    (type) => {
      const not = (left: Value, right: Value) => ({ Type: "Not", Condition: compare(type, left, right) });
      expect(run([gate(not(jsonGet(report), 6))]).step("Gate")?.outcome).toBe(true);
      expect(run([gate(not(6, jsonGet(report)))]).step("Gate")?.outcome).toBe(true);
    },
  );

  it.each([
    ["a text", "s3://b/mse.json"],
    ["a parameter", read("Parameters.Where")],
    ["a Join that ends in a parameter", join("s3://b", read("Parameters.Where"))],
  ])("may be named by %s", (_what, uri) => {
    const { simulation, read: readIn } = run([
      gate(compare("LessThan", jsonGet(uri, "list[1].k"), 6)),
      lambda("Tell", { Arguments: { mse: jsonGet(uri, "list[1].k"), other: jsonGet(uri, "unread.so.far") } }),
    ]);
    expect(simulation.status).toBe("Succeeded");
    const tell = simulation.steps.find(({ name }) => name === "Tell");
    expect(tell?.request).toEqual({ mse: 5, other: 0.5 });
    expect(readIn("Tell", jsonGet(uri, "list[1].k"))?.value).toBe(5);
  });

  it.each([
    ["the step that reads it", { Gate: { "mse.json": { mse: { value: 7 } } } }],
    ["the step that it waits for", { Judge: { outputs: { "mse.json": { mse: { value: 7 } } } } }],
  ])("takes a sample that is given to %s, by the file's name", (_what, samples) => {
    const { step } = run([gate(compare("LessThan", jsonGet(report), 6))], samples);
    expect(step("Gate")).toMatchObject({ outcome: false, why: expect.stringContaining("(7) < 6 is false.") });
  });

  it("has what is counted from the end of a list, whatever else is read of the list", () => {
    const { simulation, step } = run([
      gate(compare("LessThan", jsonGet(report, "folds[-1].mse"), 6)),
      lambda("Tell", { Arguments: { first: jsonGet(report, "folds[0].mse"), third: jsonGet(report, "folds[2].mse") } }),
    ]);
    expect(simulation.status).toBe("Succeeded");
    expect(step("Gate")?.outcome).toBe(true);
  });

  describe.each(["folds[-1:].mse", "folds[?(@.n > 1)].mse", "folds[*].mse", "folds..mse", "folds[0,1].mse"])(
    "read by %s",
    (path) => {
      const steps = [
        gate(compare("LessThan", jsonGet(report, path), 6)),
        lambda("Tell", { Arguments: { mse: jsonGet(report) } }),
      ];

      it("fails its reader with the words of the check, and no other", () => {
        const { step } = run(steps);
        expect(step("Gate")?.failureReason).toContain(whyNotRead(path));
        expect(whyNotRead(path)).toContain("a slice, a filter or a wildcard");
        expect(step("Tell")?.status).toBe("Succeeded");
      });

      it("goes on with a sample that stands in for it", () => {
        const { step } = run(steps, { Judge: { "mse.json": { [path]: 5, mse: { value: 1 } } } });
        expect(step("Gate")).toMatchObject({ status: "Succeeded", outcome: true });
      });
    },
  );

  it("fails its reader where its place cannot be resolved", () => {
    const { step, simulation } = run([
      gate(compare("LessThan", jsonGet(join("s3://b", read("Parameters.Nope"), "x.json")), 6)),
    ]);
    expect(simulation.status).toBe("Failed");
    expect(step("Gate")?.failureReason).toContain("Parameter Nope has no value.");
  });
});

describe("what a step would have to name, and does not, fails whoever reads it", () => {
  it.each([
    [
      "a property file",
      { "Std:JsonGet": { PropertyFile: read("Steps.Judge.PropertyFiles.Nope"), Path: "a" } },
      "has no file Nope",
    ],
    ["an output of a job", read("Steps.Judge.ProcessingOutputConfig.Outputs['nope'].S3Output.S3Uri"), "has no output"],
    [
      "an output of a job by its index",
      read("Steps.Judge.ProcessingOutputConfig.Outputs[9].S3Output.S3Uri"),
      "has no output",
    ],
    ["an input of a job", read("Steps.Judge.ProcessingInputs['nope'].S3Input.S3Uri"), "has no output"],
    ["an output of a Lambda function", read("Steps.Ask.OutputParameters['nope']"), "has no output"],
  ])("%s", (_what, expression, why) => {
    const { simulation, step } = run([lambda("Ask"), lambda("Tell", { Arguments: { x: expression } })]);
    expect(simulation.status).toBe("Failed");
    expect(step("Tell")?.failureReason).toContain(why);
  });
});
