import { expect, it } from "vitest";
import { documentOf } from "../../../../testing/load";
import { createLocalClient } from "../../../../testing/localClient";
import { compareRuns } from "./compareRuns";
import { readExecution } from "./readExecution";

const target = { kind: "local" } as const;
const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:a";
const echo = {
  ...{ Name: "Echo", Type: "Lambda", FunctionArn: functionArn },
  Arguments: { limit: { Get: "Parameters.Limit" } },
  OutputParameters: [{ OutputName: "path", OutputType: "String" }],
};
const after = { Name: "After", Type: "Lambda", FunctionArn: functionArn, Arguments: {}, DependsOn: ["Echo"] };
const parameters = [{ Name: "Limit", Type: "Integer", DefaultValue: 1 }];

it("two executions differ in parameters, in how each step went, in what it gave, and in their definitions", async () => {
  const { client, pass } = createLocalClient();
  const deployed = async (steps: readonly object[]) => {
    const definition = JSON.stringify(documentOf(steps as never, parameters).definition);
    const intent = { target, pipelineName: "p", definition, roleArn: "arn:aws:iam::111122223333:role/StepwireLocal" };
    const plan = await client.plan(intent);
    if (!plan.ok) expect.fail(plan.error.message);
    await client.deploy({ ...intent, approved: plan.value.fingerprint, token: crypto.randomUUID() });
  };
  const ran = async (limit: string, description?: string) => {
    const start = { target, pipeline: "p", parameters: [{ name: "Limit", value: limit }], token: crypto.randomUUID() };
    const begun = await client.startExecution(description === undefined ? start : { ...start, description });
    if (!begun.ok) expect.fail(begun.error.message);
    pass(60);
    const read = await readExecution(client, begun.value.executionArn, target);
    return "failed" in read ? expect.fail(read.failed.message) : read;
  };
  await deployed([echo]);
  const left = await ran("1");
  await deployed([echo, after]);
  const right = await ran("2", "stepwire:fail=After");
  const { parameters: given, steps, definition } = compareRuns(left, right);
  expect(given).toEqual([{ name: "Limit", left: "1", right: "2" }]);
  expect(steps.map(({ name, left: one, right: other }) => [name, one?.status, other?.status])).toEqual([
    ["Echo", "Succeeded", "Succeeded"],
    ["After", undefined, "Failed"],
  ]);
  expect(steps[0]).toMatchObject({ longer: 0 });
  expect(steps[1]).toMatchObject({ longer: null });
  expect(definition?.steps).toMatchObject([{ name: "After", change: "added" }]);
  const same = compareRuns(left, left);
  expect([same.parameters, same.steps.flatMap(({ values }) => values)]).toEqual([[], []]);
});
