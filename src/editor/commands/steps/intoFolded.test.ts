import { beforeEach, expect, it } from "vitest";
import { foldSlots } from "../../../pipeline/edits/folded";
import { listSteps } from "../../../pipeline/graph/stepTree";
import { type FakeWorkspace, fakeWorkspace } from "../../../testing/fakeWorkspace";
import { documentOf } from "../../../testing/load";
import { condition, equal, fail, forEach, lambda } from "../../../testing/steps";
import { perform } from "../perform";
import { addIntoSlot } from "./addIntoSlot";
import { moveIntoSlot } from "./moveIntoSlot";

let workspace: FakeWorkspace;
const state = () => workspace.editor.store.getState();
const inside = (container: string) =>
  listSteps(state().document.definition).filter(({ parent }) => parent === container);

beforeEach(() => {
  const open = documentOf([
    lambda("Prep"),
    condition("Gate", [equal], [lambda("Yes")], [fail("No")]),
    forEach("Loop", [lambda("Each")]),
  ]);
  const folded = foldSlots("Loop", ["ForEachBody"], true)(foldSlots("Gate", ["IfSteps", "ElseSteps"], true)(open));
  workspace = fakeWorkspace(folded);
});

it("a folded branch opens for a step that comes into it, the other stays folded; one undo takes both back", () => {
  const before = state().document;
  perform(workspace, moveIntoSlot, { steps: ["Prep"], into: { container: "Gate", slot: "IfSteps" } });
  expect(inside("Gate").map(({ key }) => key)).toEqual(["Yes", "Prep", "No"]);
  expect(state().document.folded.get("Gate")).toEqual(["ElseSteps"]);
  workspace.editor.undo();
  expect(state().document).toBe(before);
});

it("a folded loop opens for a new step, which is selected", () => {
  perform(workspace, addIntoSlot, { type: "Training", into: { container: "Loop", slot: "ForEachBody" } });
  expect(inside("Loop").map(({ key }) => key)).toEqual(["Each", "Training"]);
  expect(state().document.folded.has("Loop")).toBe(false);
  expect(state().selection.steps).toEqual(["Training"]);
  expect(state().revealed?.key).toBe("Training");
});
