// @vitest-environment jsdom
import { cleanup, configure, createEvent, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { createDocument } from "../../pipeline/definition/document";
import { get, type Value } from "../../pipeline/definition/value";
import { workspaceOf } from "../../testing/workspace";
import { sourceMime } from "../kit/draggedValue";
import { WorkspaceContext } from "../kit/useWorkspace";
import { PipelineSettings } from "../pipeline/PipelineSettings";

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 });
let editor: Editor;

function open(config?: Value) {
  const definition = {
    Version: "2020-12-01",
    Parameters: [{ Name: "Team", Type: "String" }],
    ...(config !== undefined && { PipelineExperimentConfig: config }),
    Steps: [],
  };
  editor = createEditor(createDocument("d", "churn", definition));
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <PipelineSettings />
    </WorkspaceContext>,
  );
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}

const config = () => get(editor.store.getState().document.definition, "PipelineExperimentConfig");
const pastCount = () => editor.store.getState().history.past.length;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

describe("the experiment's name", () => {
  it("is typed as text with chips: one visit, one step of undo", async () => {
    const user = open();
    await user.type(screen.getByRole("textbox", { name: "Experiment name" }), "{{Team{Enter}-runs");
    expect(config()).toEqual({
      ExperimentName: { "Std:Join": { On: "", Values: [{ Get: "Parameters.Team" }, "-runs"] } },
    });
    await user.tab();
    expect(pastCount()).toBe(1);
  });

  it("is picked, and picked among its text", async () => {
    const user = open({ TrialName: "run-" });
    await user.click(screen.getByRole("button", { name: "Reference for Experiment name" }));
    await user.keyboard("PipelineName{Enter}");
    expect(config()).toMatchObject({ ExperimentName: { Get: "Execution.PipelineName" } });
    await user.click(screen.getByRole("textbox", { name: "Trial name" }));
    await user.click(screen.getByRole("button", { name: "Reference for Trial name" }));
    await user.click(within(screen.getByRole("listbox")).getByRole("option", { name: /PipelineExecutionId/ }));
    const id = { Get: "Execution.PipelineExecutionId" };
    expect(config()).toMatchObject({ TrialName: { "Std:Join": { On: "", Values: ["run-", id] } } });
  });

  it("takes a parameter that is dropped on it, and says why it takes no output", () => {
    open({ TrialName: "old" });
    const drop = (json: string) => {
      const box = screen.getByRole("textbox", { name: "Trial name" });
      const event = createEvent.drop(box);
      Object.defineProperty(event, "dataTransfer", { value: { types: [sourceMime], getData: () => json } });
      fireEvent(box, event);
    };
    drop('{"kind":"output","step":"A","output":"x"}');
    expect(config()).toEqual({ TrialName: "old" });
    expect(editor.store.getState().notices[0]?.text).toContain("reads no step");
    drop('{"kind":"parameter","name":"Team"}');
    expect(config()).toEqual({ TrialName: { Get: "Parameters.Team" } });
  });

  it("loses its chip by ×, in one step of undo", async () => {
    const user = open({ ExperimentName: { Get: "Execution.PipelineName" } });
    await user.click(screen.getByRole("button", { name: "Remove Execution PipelineName from Experiment name" }));
    expect(config()).toBeUndefined();
    expect(pastCount()).toBe(1);
  });
});
