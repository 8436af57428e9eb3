import { beforeEach, expect, it } from "vitest";
import { documentOf } from "../../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../../testing/localClient";
import { createTable, type ExecutionTable, rowsOn } from "./createTable";

const target = { kind: "local" } as const;
const lambda = {
  Name: "A",
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:a",
};
const token = () => crypto.randomUUID();
const parameters = [{ Name: "Threshold", Type: "Integer", DefaultValue: 1 }];

let local: LocalClient;
let table: ExecutionTable;

async function ran(count: number, valueAt: (index: number) => string, description?: string): Promise<void> {
  for (let index = 0; index < count; index++) {
    const given = [{ name: "Threshold", value: valueAt(index) }];
    const described = description === undefined ? {} : { description };
    const start = {
      target,
      pipeline: "p",
      parameters: given,
      displayName: `run-${index}`,
      token: token(),
      ...described,
    };
    expect(await local.client.startExecution(start)).toMatchObject({ ok: true });
    local.pass(86_400);
  }
}

beforeEach(async () => {
  local = createLocalClient();
  const definition = JSON.stringify(documentOf([lambda], parameters).definition);
  const intent = { target, pipelineName: "p", definition, roleArn: "arn:aws:iam::111122223333:role/StepwireLocal" };
  const plan = await local.client.plan(intent);
  if (!plan.ok) expect.fail(plan.error.message);
  await local.client.deploy({ ...intent, approved: plan.value.fingerprint, token: token() });
  table = createTable(local.client, target, "p");
});

const names = () => rowsOn(table.store.getState()).map(({ displayName }) => displayName);

it("shows twenty at a time, newest first, and goes back to what is older than one answer of the service", async () => {
  await ran(125, String);
  await table.refresh();
  expect([names().length, names()[0], names()[19]]).toEqual([20, "run-124", "run-105"]);
  expect(table.store.getState().facts.size).toBe(20);
  await table.toPage(6);
  expect([names()[0], names().at(-1)]).toEqual(["run-4", "run-0"]);
  expect(local.called.filter((name) => name === "listExecutions")).toHaveLength(2);
});

it("is filtered by status, by day and by the value of a parameter, wherever in the list they are", async () => {
  await ran(1, () => "7", "stepwire:fail=A");
  await ran(110, (index) => String(100 + index));
  await table.filter({ status: "Failed" });
  await table.refresh();
  expect(names()).toEqual(["run-0"]);
  await table.filter({ status: null, parameter: "threshold = 205" });
  expect(names()).toEqual(["run-105"]);
  await table.filter({ parameter: "Threshold=20" });
  // 200 to 209, and 120.
  expect(names()).toHaveLength(11);
  await table.filter({ parameter: "", from: "2026-11-24", to: "2026-11-24" });
  expect(names()).toEqual(["run-0"]);
  expect(table.store.getState().read).toHaveLength(1);
});

it("says what it could not read, and reads it the next time", async () => {
  await ran(1, String);
  local.fail("listExecutions", "before");
  await table.refresh();
  expect(table.store.getState()).toMatchObject({ state: "failed", error: { kind: "unreachable" } });
  await table.refresh();
  expect([table.store.getState().error, names()]).toEqual([null, ["run-0"]]);
});
