// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { createEditor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { getIn } from "../../../pipeline/definition/value";
import { loadModel } from "../../../pipeline/schema/load";
import { stepTypeOf } from "../../../pipeline/steps";
import { workspaceOf } from "../../../testing/workspace";
import { InspectorContent } from "../../frame/inspector/InspectorContent";
import { WorkspaceContext } from "../../kit/useWorkspace";

afterEach(cleanup);

// Drawing a whole form in jsdom takes its time.
it("instance types are found by typing, and one that AWS adds tomorrow is taken as typed", async () => {
  const step = { Name: "Train", Type: "Training", ...stepTypeOf("Training").create() };
  const editor = createEditor(createDocument("d", "churn", { Version: "2020-12-01", Steps: [step] }), { loadModel });
  await waitFor(() => expect(editor.store.getState().models.has("Training")).toBe(true));
  editor.select(["Train"]);
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <InspectorContent />
    </WorkspaceContext>,
  );
  const field = await screen.findByRole("combobox", { name: "Instance type" });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "g5.2x" } });
  const offered = screen.getAllByRole("option", { hidden: true }).map((option) => option.textContent ?? "");
  expect(offered.some((text) => text.includes("ml.g5.2xlarge"))).toBe(true);
  expect(offered.every((text) => text.includes("g5.2x"))).toBe(true);
  fireEvent.change(field, { target: { value: "ml.z9.huge" } });
  fireEvent.blur(field);
  const { definition } = editor.store.getState().document;
  expect(getIn(definition, ["Steps", 0, "Arguments", "ResourceConfig", "InstanceType"])).toBe("ml.z9.huge");
}, 60_000);
