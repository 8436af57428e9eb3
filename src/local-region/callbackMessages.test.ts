import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { caller, create, start } from "../testing/regionCalls";
import { declares } from "../testing/steps";
import { createLocalRegion, type LocalRegion } from ".";
import type { CallbackMessage } from "./callbackMessages";
import { regionFolder } from "./state/regionFolder";

const review = {
  Name: "Review",
  Type: "Callback",
  Arguments: { uri: { Get: "Parameters.Uri" } },
  SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q",
  OutputParameters: declares({ ok: "Boolean" }),
};
const Parameters = [{ Name: "Uri", Type: "String", DefaultValue: "s3://b/x" }];
const PipelineDefinition = JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters, Steps: [review] });

let got: CallbackMessage[];
/** What the program answers, one after the other; then 200. */
let statuses: number[];
let address: string;
let server: ReturnType<typeof createServer>;
let dir: string;
const open: LocalRegion[] = [];

beforeEach(async () => {
  got = [];
  statuses = [];
  dir = mkdtempSync(join(tmpdir(), "stepwire-webhook-"));
  server = createServer(async (request, response) => {
    const status = statuses.shift() ?? 200;
    const message = await bodyOf(request);
    if (status === 200) got.push(message);
    response.writeHead(status, { location: "http://example.com/" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/approve`;
});
afterEach(() => {
  for (const region of open.splice(0)) region.close();
  server.close();
  rmSync(dir, { recursive: true });
});

const told: string[] = [];
function regionHere(webhooks = { others: address as string | null, byStep: new Map<string, string>() }) {
  told.length = 0;
  const folder = regionFolder({ dir, chosenBy: "--state" });
  const region = createLocalRegion({ folder, stepSeconds: 0.05, webhooks, tell: (line) => told.push(line) });
  open.push(region);
  return { region, call: caller(region) };
}

describe("a callback's message", () => {
  it("is posted to the address once it waits, and its token answers it", async () => {
    const { call } = regionHere();
    await create(call, "p", [], { PipelineDefinition });
    const arn = await start(call, "p");
    await vi.waitFor(() => expect(got).toHaveLength(1));
    const token = expect.stringMatching(/^[a-zA-Z0-9]{10}$/);
    const message = { pipelineExecutionArn: arn, arguments: { uri: "s3://b/x" }, status: "Executing" };
    expect(got[0]).toEqual({ token, ...message });
    const OutputParameters = [{ Name: "ok", Value: "true" }];
    const answer = await call("SendPipelineExecutionStepSuccess", { CallbackToken: got[0]?.token, OutputParameters });
    expect(answer).toMatchObject({ status: 200, body: { PipelineExecutionArn: arn } });
    for (let look = 0; look < 3; look++) await call("DescribePipelineExecution", { PipelineExecutionArn: arn });
    expect(got).toHaveLength(1);
  });

  it("comes again as Stopping where the execution is stopped meanwhile", async () => {
    const { call } = regionHere();
    await create(call, "p", [], { PipelineDefinition });
    const PipelineExecutionArn = await start(call, "p");
    await vi.waitFor(() => expect(got).toHaveLength(1));
    await call("StopPipelineExecution", { PipelineExecutionArn, ClientRequestToken: "t".repeat(36) });
    await vi.waitFor(() => expect(got.map(({ status }) => status)).toEqual(["Executing", "Stopping"]));
    expect(got[1]?.token).toBe(got[0]?.token);
  });

  it("is sent again where it was not taken, and after a restart of the region where it still waits", async () => {
    statuses = [500, 307];
    const first = regionHere();
    await create(first.call, "p", [], { PipelineDefinition });
    await start(first.call, "p");
    await vi.waitFor(() => expect(got).toHaveLength(1), { timeout: 10_000 });
    first.region.close();
    const again = regionHere();
    await again.call("ListPipelines", {});
    await vi.waitFor(() => expect(got).toHaveLength(2));
    expect(got[1]).toEqual(got[0]);
  }, 20_000);

  it("goes where its step's own address is, and nowhere without one", async () => {
    const { region, call } = regionHere({ others: null, byStep: new Map([["Other", address]]) });
    await create(call, "p", [], { PipelineDefinition });
    const PipelineExecutionArn = await start(call, "p");
    await call("DescribePipelineExecution", { PipelineExecutionArn });
    region.close();
    const { call: named } = regionHere({ others: null, byStep: new Map([["Review", address]]) });
    await named("ListPipelines", {});
    await vi.waitFor(() => expect(got).toHaveLength(1));
  });
});

async function bodyOf(request: IncomingMessage): Promise<CallbackMessage> {
  let text = "";
  for await (const part of request) text += String(part);
  return JSON.parse(text);
}
