import { describe, expect, it } from "vitest";
import type { StepRun } from "../../../contract/executions";
import { definitionOf } from "../../../testing/load";
import { runViewOf } from "./runView";

const step = (name: string, status: string, more: Partial<StepRun> = {}): StepRun => ({
  name,
  status,
  displayName: null,
  callbackToken: null,
  started: null,
  ended: null,
  failureReason: null,
  attempts: 1,
  cachedFrom: null,
  outcome: null,
  arn: null,
  outputs: [],
  metadata: null,
  ...more,
});
const fail = (Name: string) => ({ Name, Type: "Fail", Arguments: { ErrorMessage: "x" } });
const loop = (...body: object[]) => ({ Name: "Each", Type: "ForEach", Arguments: { ForEachBody: body } });
const definition = (...steps: object[]) => definitionOf({ Version: "2020-12-01", Steps: steps });
const told = (view: ReturnType<typeof runViewOf>) => [...view.steps].map(([key, { status }]) => `${key} ${status}`);

describe("the statuses on the canvas", () => {
  it("let a step wait that is not reached; when the execution is over, it did not run", () => {
    const two = definition(fail("A"), fail("B"));
    const listed = [step("A", "Executing")];
    expect(told(runViewOf({ arn: "a", status: "Executing" }, two, listed))).toEqual(["A Executing", "B Waiting"]);
    expect(told(runViewOf({ arn: "a", status: "Failed" }, two, [step("A", "Failed")]))).toEqual([
      "A Failed",
      "B NotRun",
    ]);
  });

  it("tell of a loop's step what still runs, else what failed", () => {
    const looped = definition(loop({ Name: "Body", Type: "Lambda", Arguments: {} }));
    const view = (...statuses: string[]) =>
      runViewOf(
        { arn: "a", status: "Failed" },
        looped,
        statuses.map((status, index) => step(`Body-${index}`, status)),
      ).steps.get("Body")?.status;
    expect(view("Succeeded", "Executing", "Failed")).toBe("Executing");
    expect(view("Succeeded", "Failed", "Succeeded")).toBe("Failed");
    expect(view("Succeeded", "Succeeded")).toBe("Succeeded");
  });

  it("carry the reason of a failure and the outcome of a condition", () => {
    const listed = [step("A", "Failed", { failureReason: "no disk" }), step("C", "Succeeded", { outcome: "False" })];
    const { steps } = runViewOf({ arn: "a", status: "Failed" }, null, listed);
    expect([steps.get("A"), steps.get("C")]).toEqual([
      { status: "Failed", failureReason: "no disk" },
      { status: "Succeeded", outcome: "False" },
    ]);
  });

  it("do not take a step of its own name for an iteration", () => {
    const both = definition(fail("Body"), fail("Body-1"));
    const view = runViewOf({ arn: "a", status: "Failed" }, both, [step("Body-1", "Failed"), step("Body", "Succeeded")]);
    expect(told(view)).toEqual(["Body-1 Failed", "Body Succeeded"]);
  });
});
