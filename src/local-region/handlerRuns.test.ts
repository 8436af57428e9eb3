import { afterEach, describe, expect, it, vi } from "vitest";
import { type Call, caller, create, lambda, start, token } from "../testing/regionCalls";
import { declares } from "../testing/steps";
import { type AttachedHandlers, createLocalRegion, type LocalRegion } from ".";
import { interpreterOf } from "./handlers/interpreters";
import { timelineFor } from "./progress";

vi.mock("./progress", async (real) => {
  const progress = await real<typeof import("./progress")>();
  return { ...progress, timelineFor: vi.fn(progress.timelineFor) };
});

const python = (code: string) => ({ code, language: "python", handler: "handler" }) as const;
const prep = lambda("Prep", {
  Arguments: { n: { Get: "Parameters.N" } },
  OutputParameters: declares({ rows: "Integer", path: "String" }),
});
const train = lambda("Train", { Arguments: { path: { Get: "Steps.Prep.OutputParameters['path']" } } });
const good = `
def handler(event, context):
    print("reading", event["n"])
    return {"rows": event["n"] * 2, "path": "s3://b/x"}
`;

const open: LocalRegion[] = [];
afterEach(() => {
  for (const region of open.splice(0)) region.close();
});

const printed: string[] = [];
async function regionWith(handlers: AttachedHandlers, steps: readonly object[] = [prep, train]) {
  printed.length = 0;
  const region = createLocalRegion({ stepSeconds: 0.05, handlers, print: (line) => printed.push(line) });
  open.push(region);
  const call = caller(region);
  const Parameters = [{ Name: "N", Type: "Integer", DefaultValue: 3 }];
  const PipelineDefinition = JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters, Steps: steps });
  await create(call, "p", [], { PipelineDefinition });
  return { region, call };
}

async function ended(call: Call, PipelineExecutionArn: string) {
  await vi.waitFor(
    async () => {
      const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn });
      expect(["Succeeded", "Failed", "Stopped"]).toContain(body.PipelineExecutionStatus);
    },
    { timeout: 30_000, interval: 100 },
  );
  const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn, SortOrder: "Ascending" });
  return body.PipelineExecutionSteps as Record<string, unknown>[];
}

it("asks nothing of executions whose handlers have ended, however many there are", async () => {
  const code = "exports.handler = async () => ({ rows: 1, path: 's3://b/x' });";
  const { call } = await regionWith(new Map([["Prep", { code, language: "javascript", handler: "handler" }]]));
  for (let number = 0; number < 3; number++)
    await ended(call, await start(call, "p", { ClientRequestToken: token(`e${number}`) }));
  vi.mocked(timelineFor).mockClear();
  await call("ListPipelines", {});
  expect(timelineFor).not.toHaveBeenCalled();
}, 60_000);

describe.skipIf(interpreterOf("python", 1) === null)("a Lambda step with its handler attached", () => {
  it("is run with its request: what it returns becomes the outputs, what it prints the step's log", async () => {
    const { region, call } = await regionWith(new Map([["Prep", python(good)]]));
    const arn = await start(call, "p");
    const steps = await ended(call, arn);
    expect(steps[0]).toMatchObject({
      StepStatus: "Succeeded",
      Metadata: {
        Lambda: {
          OutputParameters: [
            { Name: "rows", Value: "6" },
            { Name: "path", Value: "s3://b/x" },
          ],
        },
      },
    });
    expect(region.stepDetails(arn, "Prep")).toMatchObject({ request: '{"n":3}', log: "reading 3" });
    expect(region.stepDetails(arn, "Train")).toMatchObject({ request: '{"path":"s3://b/x"}', log: null });
    expect(printed).toEqual(["Prep: reading 3"]);
  }, 60_000);

  it("fails with its traceback; mended and retried it goes on, and what is not attached is simulated as ever", async () => {
    const handlers = new Map([["Prep", python('def handler(event, context):\n    return {"rows": 1 / 0}\n')]]);
    const { region, call } = await regionWith(handlers);
    const arn = await start(call, "p");
    const [failed] = await ended(call, arn);
    expect(failed).toMatchObject({ StepName: "Prep", StepStatus: "Failed" });
    expect(failed?.FailureReason).toMatch(/^ZeroDivisionError: division by zero\n.*line 2, in handler/s);
    expect(region.stepDetails(arn, "Prep")?.log).toContain("ZeroDivisionError");
    handlers.set("Prep", python(good));
    await call("RetryPipelineExecution", { PipelineExecutionArn: arn, ClientRequestToken: token("r") });
    expect((await ended(call, arn)).map(({ StepStatus }) => StepStatus)).toEqual(["Succeeded", "Succeeded"]);
  }, 60_000);

  it("fails where it returns something of another type than is declared, in plain words", async () => {
    const code = 'def handler(event, context):\n    return {"rows": "many", "path": "x"}\n';
    const { call } = await regionWith(new Map([["Prep", python(code)]]));
    const [failed] = await ended(call, await start(call, "p"));
    expect(failed?.FailureReason).toBe(
      "ClientError: Output 'rows' is declared Integer, and the function returned a text: many.",
    );
  }, 60_000);

  it("is run once for each item of a loop, with what each is", async () => {
    const body = lambda("Score", {
      Arguments: { item: { Get: "ForEach.CurrentItem" } },
      OutputParameters: declares({ auc: "Float" }),
    });
    const loop = {
      Name: "Each",
      Type: "ForEach",
      Arguments: { IterableItems: ["0.1", "0.9"], MaxConcurrency: 2, ForEachBody: [body] },
    };
    const code = 'def handler(event, context):\n    return {"auc": float(event["item"])}\n';
    const { call } = await regionWith(new Map([["Score", python(code)]]), [loop]);
    const steps = await ended(call, await start(call, "p"));
    const given = steps.flatMap(({ Metadata }) => {
      const { Lambda } = Metadata as { Lambda?: { OutputParameters: { Value: string }[] } };
      return Lambda?.OutputParameters.map(({ Value }) => Value) ?? [];
    });
    expect(given.toSorted()).toEqual(["0.1", "0.9"]);
  }, 60_000);
});

it("no request brings code along: without a handler attached nothing is run", async () => {
  const { region, call } = await regionWith(new Map());
  const arn = await start(call, "p", { Handlers: { Prep: good } });
  const steps = await ended(call, arn);
  expect(steps.map(({ StepStatus }) => StepStatus)).toEqual(["Succeeded", "Succeeded"]);
  expect(region.stepDetails(arn, "Prep")?.log).toBeNull();
});
