import { describe, expect, it } from "vitest";
import type { StepRun } from "../../../../contract/executions";
import { documentOf } from "../../../../testing/load";
import type { ShownExecution } from "../shownExecution";
import { stopWaits } from "../stopWaits";
import { momentsOf, seenAt } from "./seenAt";
import { timelineOf } from "./timelineOf";

const begun = Date.parse("2026-11-29T10:00:00Z");
const at = (seconds: number) => new Date(begun + seconds * 1000).toISOString();
const lambda = (Name: string, ...DependsOn: string[]) => ({
  ...{ Name, Type: "Lambda", Arguments: {}, FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:a" },
  ...(DependsOn.length === 0 ? {} : { DependsOn }),
});
const ran = (name: string, from: number, to: number | null, change: Partial<StepRun> = {}): StepRun => ({
  ...{ name, displayName: null, status: to === null ? "Executing" : "Succeeded" },
  ...{ started: at(from), ended: to === null ? null : at(to) },
  ...{ failureReason: null, attempts: 1, cachedFrom: null, callbackToken: null, outcome: null, arn: null },
  ...{ outputs: [], metadata: null },
  ...change,
});

/** A long way Prep, Train, Deploy beside a short one, Check; Report waits for a free place. */
const definition = documentOf([
  lambda("Prep"),
  lambda("Train", "Prep"),
  lambda("Check", "Prep"),
  lambda("Report", "Check"),
  lambda("Deploy", "Train", "Check"),
]).definition;
const steps = [
  ran("Prep", 0, 10),
  ran("Train", 10, 60),
  ran("Check", 10, 20),
  ran("Report", 50, 70),
  ran("Deploy", 60, 90),
];
const shownWith = (steps: readonly StepRun[], status = "Succeeded"): ShownExecution => ({
  arn: "arn:aws:sagemaker:us-east-1:111122223333:pipeline/p/execution/abcdefghijkl",
  target: { kind: "local" },
  execution: {
    ...{ arn: "", pipelineArn: null, status, displayName: null, description: null, failureReason: null },
    ...{ started: at(0), lastModified: null, versionId: 1 },
  },
  ...{ steps, parameters: [], definition, error: null, stopping: false, moment: null },
});

describe("a timeline", () => {
  const timeline = timelineOf(shownWith(steps), begun) ?? expect.fail("no timeline");

  it("marks the steps that the execution's length follows from", () => {
    const critical = [...timeline.bars].filter(([, bar]) => bar.critical).map(([name]) => name);
    expect(critical).toEqual(["Prep", "Train", "Deploy"]);
    expect([timeline.from, timeline.to]).toEqual([begun, begun + 90_000]);
  });

  it("says since when a step could have run that started late", () => {
    const waits = [...timeline.bars].flatMap(([name, { readyAt }]) => (readyAt === null ? [] : [[name, readyAt]]));
    expect(waits).toEqual([["Report", begun + 20_000]]);
  });

  it("goes on to now for what still runs, and there is none before a step has started", () => {
    const running = timelineOf(shownWith([ran("Prep", 0, null)], "Executing"), begun + 5_000);
    expect(running?.bars.get("Prep")).toMatchObject({ to: begun + 5_000, runs: true });
    expect(timelineOf(shownWith([]), begun)).toBeNull();
  });

  it("follows each iteration of a loop on its own", () => {
    const body = [lambda("Load"), lambda("Score", "Load")];
    const loop = { Name: "Each", Type: "ForEach", Arguments: { IterableItems: ["a", "b"], ForEachBody: body } };
    const runs = [
      ran("Each", 0, 40),
      ran("Load-0", 0, 10),
      ran("Load-1", 0, 30),
      ran("Score-0", 10, 20),
      ran("Score-1", 30, 40),
    ];
    const shown = { ...shownWith(runs), definition: documentOf([loop]).definition };
    expect([...(timelineOf(shown, begun)?.bars.values() ?? [])].map(({ readyAt }) => readyAt)).toEqual(
      runs.map(() => null),
    );
  });
});

describe("an execution at a moment", () => {
  it("has what had begun, and nothing of what came later", () => {
    const failed = shownWith(
      [...steps.slice(0, 4), ran("Deploy", 60, 90, { status: "Failed", failureReason: "no" })],
      "Failed",
    );
    const seen = seenAt(failed, begun + 60_000);
    expect(seen.steps.map(({ name, status, failureReason }) => [name, status, failureReason])).toEqual([
      ["Prep", "Succeeded", null],
      ["Train", "Succeeded", null],
      ["Check", "Succeeded", null],
      ["Report", "Executing", null],
      ["Deploy", "Executing", null],
    ]);
    expect(seen.execution?.status).toBe("Executing");
    expect(seenAt(failed, begun + 90_000)).toMatchObject({ execution: { status: "Failed" }, steps: failed.steps });
  });

  it("changes at the moments at which a step began or ended", () => {
    expect(momentsOf(shownWith(steps)).map((moment) => (moment - begun) / 1000)).toEqual([0, 10, 20, 50, 60, 70, 90]);
  });
});

it("an execution that stops says what it waits for", () => {
  const callback = {
    Name: "Review",
    Type: "Callback",
    Arguments: {},
    SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/1/q",
  };
  const training = { Name: "Fit", Type: "Training", Arguments: {} };
  const shown = {
    ...shownWith(
      [ran("Prep", 0, 10), ran("Train", 10, null), ran("Review", 10, null), ran("Fit", 10, null)],
      "Stopping",
    ),
    definition: documentOf([lambda("Prep"), lambda("Train"), callback, training]).definition,
  };
  expect(stopWaits(shown)).toEqual([
    "Train runs to its end, which nobody can hasten.",
    "Review waits for its answer: approve or reject it, then the execution stops.",
    "Fit is being stopped.",
  ]);
  expect(stopWaits({ ...shown, execution: null })).toEqual([]);
});
