// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Client } from "../../../client/createClient";
import type { StepRun } from "../../../contract/executions";
import { createEditor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { workspaceOf } from "../../../testing/workspace";
import { WorkspaceContext } from "../../kit/useWorkspace";
import { ExecutionHead } from "./ExecutionHead";
import { StepTable } from "./StepTable";

afterEach(cleanup);

const definition = {
  Version: "2020-12-01",
  Steps: [
    {
      Name: "Review",
      Type: "Callback",
      Arguments: {},
      SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/approvals",
      OutputParameters: [{ OutputName: "score", OutputType: "Float" }],
    },
  ],
};
const target = { kind: "local" } as const;
const arn = "arn:aws:sagemaker:us-east-1:111122223333:pipeline/p/execution/abcdefghijkl";
const nothing = { displayName: null, started: null, ended: null, failureReason: null, cachedFrom: null, outcome: null };
const waits: StepRun = {
  ...nothing,
  ...{ name: "Review", status: "Executing", attempts: 1, arn: null, outputs: [], metadata: null },
  callbackToken: "abcDEF1234",
};

/** The calls that were made, without what reads. */
let sent: [name: string, request: Record<string, unknown>][];
beforeEach(() => {
  sent = [];
});

/** Draws an execution whose step stands as given; the server answers each call that it was done. */
async function draw(status: string, step: StepRun, log: string | null = null) {
  const execution = {
    ...{ arn, pipelineArn: null, status, displayName: "run", description: null, failureReason: null },
    ...{ started: null, lastModified: "2026-11-23T10:00:00.000Z", versionId: 1 },
  };
  const answers: Readonly<Record<string, unknown>> = {
    describeExecution: execution,
    listSteps: { steps: [step] },
    definitionForExecution: { definition: JSON.stringify(definition), created: null },
    parametersForExecution: { parameters: [] },
    listPipelines: { pipelines: [], more: false },
    stepDetails: { request: null, outputs: [{ path: "ExitMessage", value: '"exit code 1"' }], log, attempts: null },
    stepLog: {
      where: log === null ? null : "the local region",
      lines: (log ?? "").split("\n").map((text, index) => ({ id: String(index), at: null, text })),
      next: null,
    },
  };
  const client = new Proxy({} as Client, {
    get: (_client, name: string) => async (request: Record<string, unknown>) => {
      if (!(name in answers)) sent.push([name, request]);
      return { ok: true, value: answers[name] ?? { executionArn: arn } };
    },
  });
  const editor = createEditor(createDocument("d", "p", definition));
  const workspace = workspaceOf(editor, client);
  workspace.runs.executions.show(arn, target);
  const shown = () => workspace.runs.executions.store.getState().shown;
  await waitFor(() => expect([shown()?.steps.length, shown()?.definition !== null]).toEqual([1, true]));
  const drawn = shown();
  if (drawn === null) throw new Error("Nothing is shown.");
  render(
    <WorkspaceContext value={workspace}>
      <ExecutionHead shown={drawn} />
      <StepTable shown={drawn} failed="Review" />
    </WorkspaceContext>,
  );
}

it("a callback that waits is approved in its place, with outputs of the types that it declares", async () => {
  await draw("Executing", waits);
  const field = screen.getByRole("textbox", { name: /score/ });
  fireEvent.change(field, { target: { value: "high" } });
  fireEvent.click(screen.getByRole("button", { name: "Approve" }));
  expect(screen.getByText("score is declared Float: write a number.")).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(field, { target: { value: "0.75" } });
  fireEvent.click(screen.getByRole("button", { name: "Approve" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  const outputs = [{ name: "score", value: "0.75" }];
  const token = expect.any(String);
  expect(sent).toEqual([["answerCallback", { target, callbackToken: "abcDEF1234", outputs, token }]]);
}, 30_000);

it("a callback is rejected with a reason, for which no outputs are needed", async () => {
  await draw("Executing", waits);
  fireEvent.change(screen.getByRole("textbox", { name: /Reason/ }), { target: { value: "Not good enough." } });
  fireEvent.click(screen.getByRole("button", { name: "Reject" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject(["answerCallback", { outputs: null, failureReason: "Not good enough." }]);
}, 30_000);

it("a failed execution is retried from the failure, and the log of what failed stands in its place", async () => {
  const failed = { ...waits, status: "Failed", callbackToken: null, failureReason: "ValueError: no rows" };
  await draw("Failed", failed, "reading a.csv\nValueError: no rows");
  expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
  expect((await screen.findByRole("region", { name: "Log of Review" })).textContent).toContain("reading a.csv");
  expect(screen.getByText("exit code 1")).toBeTruthy();
  fireEvent.change(screen.getByRole("searchbox", { name: "Search the log of Review" }), { target: { value: "ROWS" } });
  expect(screen.getByText(/^1 of 2 lines/)).toBeTruthy();
  expect(screen.getByRole("log").textContent).toBe("ValueError: no rows");
  fireEvent.click(screen.getByRole("button", { name: "Retry from the failure" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject(["retryExecution", { executionArn: arn, target }]);
}, 30_000);
