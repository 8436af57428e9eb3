import { expect, it } from "vitest";
import { declares, lambda as lambdaStep } from "../../../testing/steps";
import type { ObjectValue, Value } from "../../definition/value";
import { sampleContext } from "../../steps/runs/values/names";
import { simulationParameters } from "../values/givenParameters";
import { valueReader } from "./readValue";
import { simulate } from "./simulate";

const get = (Get: string): Value => ({ Get });
const lambda = (name: string, Arguments: Readonly<Record<string, Value>> = {}): ObjectValue =>
  lambdaStep(name, { Arguments, OutputParameters: declares({ path: "String" }) });

const definition: ObjectValue = {
  Version: "2020-12-01",
  Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
  PipelineExperimentConfig: { ExperimentName: get("Execution.PipelineName"), TrialName: "t" },
  Steps: [
    lambda("Prep"),
    {
      Name: "Gate",
      Type: "Condition",
      Arguments: {
        Conditions: [{ Type: "Equals", LeftValue: 1, RightValue: 1 }],
        IfSteps: [],
        ElseSteps: [lambda("Else")],
      },
    },
    {
      Name: "Each",
      Type: "ForEach",
      Arguments: {
        IterableItems: ['{"region": "eu"}', '{"region": "us"}'],
        MaxConcurrency: 1,
        ForEachBody: [lambda("Body")],
      },
    },
  ],
};

function reader() {
  const { values } = simulationParameters(definition, new Map());
  const samples = new Map([["Prep", { "OutputParameters['path']": "s3://b/prep" }]]);
  const input = { parameters: values, context: sampleContext("churn"), samples };
  return valueReader(definition, simulate(definition, input), input);
}

it.each([
  ["Prep", get("Parameters.Bucket"), "my-bucket"],
  [
    null,
    { "Std:Join": { On: "/", Values: ["s3:/", get("Parameters.Bucket"), get("Execution.PipelineName")] } },
    "s3://my-bucket/churn",
  ],
  ["Else", get("Steps.Prep.OutputParameters['path']"), "s3://b/prep"],
  ["Body", get("ForEach.CurrentItem.region"), "eu"],
  ["Prep", get("PipelineExperimentConfig.ExperimentName"), "churn"],
] as [string | null, Value, Value][])("in %s %j comes to %s", (step, expression, value) => {
  expect(reader()(step, expression)?.value).toBe(value);
});

it("says which item of a loop it is read for", () => {
  expect(reader()("Body", get("ForEach.CurrentItem.region"))?.item).toBe('{"region": "eu"}');
  expect(reader()("Prep", get("Parameters.Bucket"))?.item).toBeNull();
});

it.each([
  ["a step that did not run", get("Steps.Else.OutputParameters['path']")],
  ["what is not there", get("Parameters.Nope")],
  ["an item outside of its loop", get("ForEach.CurrentItem")],
])("of %s there is no value", (_, expression) => {
  expect(reader()("Prep", expression)).toBeNull();
});
