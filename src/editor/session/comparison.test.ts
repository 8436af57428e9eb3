import { describe, expect, it } from "vitest";
import { fakeWorkspace } from "../../testing/fakeWorkspace";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { perform } from "../commands/perform";
import { deleteSteps } from "../commands/steps/deleteSteps";
import { workspaceBeside } from "../workspace";
import { createComparisons } from "./comparison";

const before = { label: "Before", document: documentOf([lambda("A"), lambda("B")]) };
const after = { label: "After", document: documentOf([lambda("A"), { ...lambda("C"), DisplayName: "c" }]) };

async function shownOf() {
  const comparisons = createComparisons();
  await comparisons.show(before, after);
  const { shown } = comparisons.store.getState();
  if (shown === null) throw new Error("nothing is shown");
  return { comparisons, shown, at: () => comparisons.store.getState().at };
}

describe("a comparison that is shown", () => {
  it("goes through what differs, around its end, and selects each step", async () => {
    const { comparisons, shown, at } = await shownOf();
    const selected = () => shown.editor.store.getState().selection.steps;
    expect(shown.stops.map((stop) => stop.kind === "step" && stop.change.name)).toEqual(["C", "B"]);
    expect(at()).toBeNull();
    comparisons.next();
    expect([at(), selected()]).toEqual([0, ["C"]]);
    comparisons.next();
    expect([at(), selected()]).toEqual([1, ["B"]]);
    comparisons.next();
    expect(at()).toBe(0);
    comparisons.previous();
    expect(at()).toBe(1);
  });

  it("goes to what is chosen on the canvas", async () => {
    const { shown, at } = await shownOf();
    shown.editor.select(["B"]);
    expect(at()).toBe(1);
    shown.editor.select(["A"]);
    expect(at()).toBe(1);
  });

  it("cannot be edited, and says how it can be left", async () => {
    const { shown } = await shownOf();
    const beside = workspaceBeside(fakeWorkspace(after.document), shown.editor);
    const outcome = await perform(beside, deleteSteps, { steps: ["C"] });
    expect(outcome).toEqual({ refused: "Two versions are compared here. Leave the comparison to edit." });
  });

  it("gives way to the one that was asked for later", async () => {
    const comparisons = createComparisons();
    const first = comparisons.show(before, after);
    const second = comparisons.show(after, before);
    await Promise.all([first, second]);
    expect(comparisons.store.getState().shown?.before.label).toBe("After");
    comparisons.leave();
    expect(comparisons.store.getState()).toEqual({ shown: null, at: null });
  });
});
