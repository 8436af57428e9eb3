import { expect, it } from "vitest";
import { documentOf } from "../../../testing/load";
import { learnedOf } from "./learnedOf";
import type { ShownExecution } from "./shownExecution";

it("what steps of AWS really gave, and parameters that are no defaults, are learned; nothing of a single item of a loop", () => {
  const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:a";
  const outputs = [{ OutputName: "rows", OutputType: "Integer" }];
  const step = { Name: "Prep", Type: "Lambda", Arguments: {}, FunctionArn: functionArn, OutputParameters: outputs };
  const parameters = [
    { Name: "Limit", Type: "Integer", DefaultValue: 1 },
    { Name: "Same", Type: "Integer", DefaultValue: 1 },
  ];
  const metadata = JSON.stringify({ Lambda: { Arn: functionArn, OutputParameters: [{ Name: "rows", Value: "12" }] } });
  const shown = {
    ...{ arn: "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p/execution/abcdefghijkl" },
    ...{ target: { kind: "aws", profile: "", region: "eu-west-1" }, error: null, stopping: false, moment: null },
    definition: documentOf([step], parameters).definition,
    execution: { status: "Succeeded", started: "2026-11-29T10:00:00Z" },
    parameters: [
      { name: "Limit", value: "5" },
      { name: "Same", value: "1" },
    ],
    steps: [{ name: "Prep", status: "Succeeded", metadata }],
  } as unknown as ShownExecution;
  const { gave, given } = learnedOf(shown);
  expect(gave).toContainEqual({ step: "Prep", path: ["OutputParameters", "rows"], value: 12 });
  expect(given).toEqual([{ name: "Limit", value: "5" }]);
});
