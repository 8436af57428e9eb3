import { beforeEach, describe, expect, it } from "vitest";
import { begin, type Call, create, definitionOf, lambda, regionAt, start } from "../testing/regionCalls";

const out = { OutputParameters: [{ OutputName: "path", OutputType: "String" }] };
const reads = (step: string) => ({ Arguments: { path: { Get: `Steps.${step}.OutputParameters['path']` } } });
const chain = [
  lambda("A", out),
  lambda("B", { ...out, ...reads("A") }),
  lambda("C", { ...out, ...reads("B") }),
  lambda("D", reads("C")),
  lambda("Z"),
];

const clock = { now: begin };
let call: Call;
let source: string;
beforeEach(async () => {
  clock.now = begin;
  call = regionAt(clock).call;
  await create(call, "p", chain);
  source = await start(call, "p");
  clock.now += 10_000;
});

const select = (steps: readonly string[], SourcePipelineExecutionArn?: string) => ({
  SelectiveExecutionConfig: {
    SelectedSteps: steps.map((StepName) => ({ StepName })),
    ...(SourcePipelineExecutionArn !== undefined && { SourcePipelineExecutionArn }),
  },
});
const steps = async (PipelineExecutionArn: string) => {
  clock.now += 10_000;
  const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn, SortOrder: "Ascending" });
  return body.PipelineExecutionSteps as Record<string, unknown>[];
};
const refusal = async (input: object) => {
  const { body } = await call("StartPipelineExecution", { PipelineName: "p", ...input });
  return [body.__type, body.message ?? body.Message];
};

describe("selective execution", () => {
  it("runs the selected steps on results of the source, which are marked, and nothing before, beside or behind them", async () => {
    const arn = await start(call, "p", select(["B", "C"], source));
    const listed = await steps(arn);
    expect(listed.map(({ StepName, StepStatus }) => [StepName, StepStatus])).toEqual([
      ["A", "Succeeded"],
      ["B", "Succeeded"],
      ["C", "Succeeded"],
    ]);
    expect(listed.map(({ SelectiveExecutionResult }) => SelectiveExecutionResult)).toEqual([
      { SourcePipelineExecutionArn: source },
      undefined,
      undefined,
    ]);
    expect(listed[0]?.Metadata).toEqual((await steps(source))[0]?.Metadata);
    const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn: arn });
    expect(body).toMatchObject({ PipelineExecutionStatus: "Succeeded", ...select(["B", "C"], source) });
  });

  it("needs no source where the selected steps need nothing of others", async () => {
    const arn = await start(call, "p", select(["A", "Z"]));
    expect((await steps(arn)).map(({ StepName }) => StepName).toSorted()).toEqual(["A", "Z"]);
  });

  it("copies what was copied, and retries only what was selected", async () => {
    const failing = { PipelineExecutionDescription: "stepwire:fail=C" };
    const first = await start(call, "p", { ...select(["B", "C"], source), ...failing });
    expect((await steps(first)).at(-1)).toMatchObject({ StepName: "C", StepStatus: "Failed" });
    await call("RetryPipelineExecution", { PipelineExecutionArn: first });
    const retried = await steps(first);
    expect(retried.map(({ StepName, StepStatus }) => `${StepName} ${StepStatus}`)).toEqual([
      "A Succeeded",
      "B Succeeded",
      "C Succeeded",
    ]);
    const second = await start(call, "p", select(["D"], first));
    expect((await steps(second)).map(({ StepName }) => StepName)).toEqual(["A", "B", "C", "D"]);
  });

  it("takes a branch as the source's condition took it, and a loop with its iterations", async () => {
    const Arguments = { Conditions: [{ Type: "Equals", LeftValue: 1, RightValue: 1 }] };
    const gate = {
      Name: "Gate",
      Type: "Condition",
      Arguments: { ...Arguments, IfSteps: [lambda("Yes")], ElseSteps: [lambda("No")] },
    };
    const loop = {
      Name: "Loop",
      Type: "ForEach",
      Arguments: { IterableItems: ["a", "b"], MaxConcurrency: 1, ForEachBody: [lambda("Body", out)] },
    };
    const reader = lambda("Reader", {
      Arguments: { path: { Get: "Steps.Loop.IterationOutputs[1].Body.OutputParameters['path']" } },
    });
    await create(call, "q", [gate, loop, reader]);
    const whole = await start(call, "q");
    clock.now += 10_000;
    const branch = await start(call, "q", select(["Yes"], whole));
    expect((await steps(branch)).map(({ StepName }) => StepName)).toEqual(["Gate", "Yes"]);
    const behind = await start(call, "q", select(["Reader"], whole));
    const listed = await steps(behind);
    expect(listed.map(({ StepName, StepStatus }) => `${StepName} ${StepStatus}`)).toEqual([
      "Loop Succeeded",
      "Body-0 Succeeded",
      "Body-1 Succeeded",
      "Reader Succeeded",
    ]);
    expect(listed[2]?.IterationContext).toEqual({ ParentStepName: "Loop", Index: 1, Item: "b" });
    const again = await start(call, "q", select(["Loop"]));
    expect((await steps(again)).map(({ StepName }) => StepName)).toEqual(["Loop", "Body-0", "Body-1"]);
  });

  it("refuses a gap between selected steps, and names it", async () => {
    expect(await refusal(select(["B", "D"], source))).toEqual([
      "ValidationException",
      "The selected steps are not connected: step 'C' is on a path from 'B' to 'D'.",
    ]);
  });

  it("refuses steps that need a source without one, in the service's words", async () => {
    expect(await refusal(select(["B", "C"]))).toEqual([
      "ValidationException",
      "Invalid SourcePipelineExecutionArn: null. The selected steps [B] have dependencies on [A]",
    ]);
  });

  it.each<[string, () => Promise<object>, string]>([
    ["a step that there is not", async () => select(["X"], source), "'X' is not a step"],
    ["a step twice", async () => select(["A", "A"]), "Duplicate step 'A'"],
    ["no steps", async () => select([], source), "greater than or equal to 1"],
    ["more than fifty", async () => select(Array.from({ length: 51 }, () => "A")), "less than or equal to 50"],
    ["a source that there is not", async () => select(["B"], `${source}x`), "does not exist"],
    ["a source that still runs", async () => select(["B"], await start(call, "p")), "Its status is Executing"],
    [
      "a source of another pipeline",
      async () => {
        await create(call, "q", chain);
        const other = await start(call, "q");
        clock.now += 10_000;
        return select(["B"], other);
      },
      "not an execution of",
    ],
    [
      "a source in which the step before failed",
      async () => {
        const failed = await start(call, "p", { PipelineExecutionDescription: "stepwire:fail=A" });
        clock.now += 10_000;
        return select(["B"], failed);
      },
      "The steps [A] did not succeed in it",
    ],
  ])("refuses %s", async (_what, input, said) => {
    expect(await refusal(await input())).toEqual([
      expect.stringMatching(/^(ValidationException|ResourceNotFound)$/),
      expect.stringContaining(said),
    ]);
  });

  it("leaves out what the version that runs has no more", async () => {
    await call("UpdatePipeline", {
      PipelineName: "p",
      PipelineDefinition: definitionOf([lambda("B", out), lambda("C", reads("B"))]),
    });
    const arn = await start(call, "p", select(["C"], source));
    expect((await steps(arn)).map(({ StepName }) => StepName)).toEqual(["B", "C"]);
  });
});

it("a role is given only where AWS manages the pipeline", async () => {
  expect(await refusal({ RoleArn: "arn:aws:iam::111122223333:role/Mine" })).toEqual([
    "ValidationException",
    expect.stringContaining("RoleArn"),
  ]);
});
