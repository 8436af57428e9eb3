import { beforeEach, describe, expect, it } from "vitest";
import { listSteps } from "../../pipeline/graph/stepTree";
import { type FakeWorkspace, fakeWorkspace } from "../../testing/fakeWorkspace";
import { documentOf } from "../../testing/load";
import { lambda, read } from "../../testing/steps";
import { readOnlyReason } from "../session/createEditor";
import { deleteSelection } from "./deleteSelection";
import { connect } from "./edges/connect";
import { waitFor } from "./edges/order";
import { undo } from "./history";
import { perform, performByKey } from "./perform";
import { addStep } from "./steps/addStep";
import { deleteSteps } from "./steps/deleteSteps";
import { renameStep } from "./steps/renameStep";

let workspace: FakeWorkspace;
const state = () => workspace.editor.store.getState();
const names = () => listSteps(state().document.definition).map(({ key }) => key);
const notices = () => state().notices.map(({ text }) => text);

beforeEach(() => {
  workspace = fakeWorkspace(
    documentOf([
      lambda("Prep"),
      lambda("Tell", { Arguments: { path: read("Steps.Prep.OutputParameters['path']"), other: "" } }),
    ]),
  );
});

describe("what is done", () => {
  it("is said, and where it is shown it can be taken back there", () => {
    perform(workspace, deleteSteps, { steps: ["Prep"] });
    expect(state().announcement.text).toBe("Deleted Prep. Tell still names what is gone.");
    state().notices.at(-1)?.action?.run();
    expect(names()).toEqual(["Prep", "Tell"]);
    expect(state().announcement.text).toBe("Undone: Delete Prep");
  });

  it("adds steps where they do not lie on each other", () => {
    for (const type of ["Lambda", "Lambda", "Training"]) perform(workspace, addStep, { type });
    expect(state().selection.steps).toEqual(["Training"]);
    const corners = [...state().document.layout.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(corners).size).toBe(3);
  });
});

describe("what is refused", () => {
  it("says why, once, and changes nothing", () => {
    const before = state().document;
    expect(perform(workspace, renameStep, { step: "Prep", to: "Tell" })).toHaveProperty("refused");
    expect(state().document).toBe(before);
    expect(notices()).toEqual(["There is a step Tell already; a name stands for one step."]);
    expect(state().announcement).toEqual({ text: notices()[0], count: 1 });
  });

  it("shows the cycle that it would have closed", () => {
    perform(workspace, waitFor, { from: "Tell", to: "Prep" });
    expect(workspace.calls).toEqual(["showCycle Prep Tell"]);
  });

  it("is every edit in a tab that only reads, undo too", () => {
    workspace.editor.setReadOnly(true);
    perform(workspace, deleteSteps, { steps: ["Prep"] });
    perform(workspace, undo, undefined);
    expect(names()).toEqual(["Prep", "Tell"]);
    expect(notices()).toEqual([readOnlyReason]);
  });

  it("is only said where a key asked for it: keys are pressed in passing", () => {
    performByKey(workspace, deleteSelection);
    expect(notices()).toEqual([]);
    expect(state().announcement.text).toBe("No step is selected.");
  });
});

describe("what a command has to ask", () => {
  it("is asked where the caller says, again and again until all is said", async () => {
    const asked: string[] = [];
    const outcome = perform(
      workspace,
      connect,
      { target: { step: "Tell", path: ["Arguments", "other"] }, among: "Prep" },
      (question) => {
        asked.push(question.title);
        if ("choices" in question) void question.answer(question.choices("").shown[0]?.id ?? "");
      },
    );
    await outcome;
    expect(asked).toEqual(["Output of Prep"]);
    expect(state().announcement.text).toBe("Prep path connected to Tell other.");
  });
});
