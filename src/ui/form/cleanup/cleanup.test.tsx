// @vitest-environment jsdom
import { act, cleanup, configure, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { choose, offered, openInspector, violations } from "../../../testing/openInspector";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const lambda = (Name: string, rest: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn",
  ...rest,
});
const tidyUp = (S3: object[], rest: object = {}) => ({
  Name: "TidyUp",
  Type: "Cleanup",
  Arguments: { Resources: { S3 } },
  ...rest,
});

async function open(step: object, others: object[], how: { readOnly?: boolean } = {}) {
  const opened = await openInspector([...others, step], "TidyUp", how);
  await screen.findByRole("region", { name: "Sources" });
  const sources = () => (opened.argument("Resources") as { S3: unknown }).S3;
  return { ...opened, sources };
}

describe("the sources of a clean-up", () => {
  it("are picked by name; the wait follows, and on which outcome is chosen there", async () => {
    const { sources, step, editor } = await open(tidyUp([]), [lambda("Prep"), lambda("Train")]);
    choose("Clean up after a step", "Train");
    expect(sources()).toEqual([{ StepName: "Train" }]);
    expect(step("TidyUp").DependsOn).toEqual(["Train"]);
    choose("When TidyUp runs after Train", "always", screen.getByRole("group", { name: "Source Train" }));
    expect(step("TidyUp").DependsOn).toEqual([{ Step: "Train", Trigger: "Any" }]);
    act(() => editor.undo());
    act(() => editor.undo());
    expect([sources(), step("TidyUp").DependsOn]).toEqual([[], undefined]);
  });

  it("can be a step that is waited for already: its trigger stays", async () => {
    const wait = { DependsOn: [{ Step: "Train", Trigger: "Failed" }] };
    const { sources, step } = await open(tidyUp([], wait), [lambda("Train")]);
    choose("Clean up after a step", "Train");
    expect(sources()).toEqual([{ StepName: "Train" }]);
    expect(step("TidyUp").DependsOn).toEqual(wait.DependsOn);
  });

  it("are taken away with their wait", async () => {
    const before = tidyUp([{ StepName: "Prep" }, { StepName: "Train" }], { DependsOn: ["Prep", "Train"] });
    const { user, sources, step } = await open(before, [lambda("Prep"), lambda("Train")]);
    await user.click(screen.getByRole("button", { name: "Remove source Prep" }));
    expect(sources()).toEqual([{ StepName: "Train" }]);
    expect(step("TidyUp").DependsOn).toEqual(["Train"]);
  });

  it("name single objects, each a text with chips", async () => {
    const before = tidyUp([{ StepName: "Prep" }], { DependsOn: ["Prep"] });
    const { user, sources } = await open(before, [lambda("Prep")]);
    await user.click(screen.getByRole("button", { name: "Name objects of Prep" }));
    await user.type(screen.getByRole("textbox", { name: "Object 1 of Prep" }), "s3://b/k");
    await user.tab();
    await user.click(screen.getByRole("button", { name: "Add object of Prep" }));
    await user.type(
      screen.getByRole("textbox", { name: "Object 2 of Prep" }),
      "s3://b/{{Execution.PipelineExecutionId}",
    );
    await user.tab();
    const run = { "Std:Join": { On: "", Values: ["s3://b/", { Get: "Execution.PipelineExecutionId" }] } };
    expect(sources()).toEqual([{ StepName: "Prep", S3Uris: ["s3://b/k", run] }]);
    await user.click(screen.getByRole("button", { name: "Remove object 1 of Prep" }));
    expect(sources()).toEqual([{ StepName: "Prep", S3Uris: [run] }]);
  });

  it("say what is wrong with them, and a missing wait is added there", async () => {
    const { user, step } = await open(tidyUp([{ StepName: "Prep" }]), [lambda("Prep")]);
    const source = screen.getByRole("group", { name: "Source Prep" });
    await user.click(within(source).getByRole("button", { name: "Wait for it" }));
    expect(step("TidyUp").DependsOn).toEqual(["Prep"]);
  });

  it("of another tab's document are shown and cannot be changed", async () => {
    const before = tidyUp([{ StepName: "Prep", S3Uris: ["s3://b/k"] }], { DependsOn: ["Prep"] });
    await open(before, [lambda("Prep"), lambda("Train")], { readOnly: true });
    expect(screen.queryByRole("button", { name: /^Clean up after a step/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Add object/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Remove source Prep" })).toHaveProperty("disabled", true);
    expect(screen.getByRole("textbox", { name: "Object 1 of Prep" })).toHaveProperty("readOnly", true);
  });

  it("can be used with a screen reader", async () => {
    const before = tidyUp([{ StepName: "Prep", S3Uris: ["s3://b/k"] }, { StepName: "Train" }], { DependsOn: ["Prep"] });
    await open(before, [lambda("Prep"), lambda("Train")]);
    expect(await violations()).toEqual([]);
  });
});

describe("what a step runs after", () => {
  it("is picked by name, each with its outcome, and taken away", async () => {
    const { user, step } = await openInspector([lambda("A"), lambda("B")], "B");
    choose("Wait for a step", "A");
    expect(step("B").DependsOn).toEqual(["A"]);
    for (const [words, trigger] of [
      ["on failure", "Failed"],
      ["on stop", "Stopped"],
      ["always", "Any"],
    ] as const) {
      choose("When B runs after A", words);
      expect(step("B").DependsOn).toEqual([{ Step: "A", Trigger: trigger }]);
    }
    choose("When B runs after A", "on success");
    expect(step("B").DependsOn).toEqual(["A"]);
    await user.click(screen.getByRole("button", { name: "No longer wait for A" }));
    expect(step("B").DependsOn).toBeUndefined();
  });

  it("is no step that waits for it: it says why", async () => {
    await openInspector([lambda("A", { DependsOn: ["B"] }), lambda("B"), lambda("C")], "B");
    expect(offered("Wait for a step")).toEqual(["(AB already leads to A: this wire would close a cycle.)", "C"]);
  });
});
