// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { createEditor } from "../../../editor/session/createEditor";
import { documentOf } from "../../../testing/load";
import { lambda, training } from "../../../testing/steps";
import { workspaceOf } from "../../../testing/workspace";
import { WorkspaceContext } from "../../kit/useWorkspace";
import { StoppingProblems } from "./StoppingProblems";

afterEach(cleanup);

it("errors stop a deploy, and each leads to its field", () => {
  const editor = createEditor(documentOf([lambda("Prep"), training("Train")]));
  const onClose = vi.fn();
  const [severity, message] = ["error", "There is no step Nope."] as const;
  const problem = { code: "reference-unknown-step", severity, step: "Train", path: "Arguments.RoleArn", message };
  render(
    <WorkspaceContext value={workspaceOf(editor)}>
      <StoppingProblems problems={[problem]} target={{ kind: "local" }} onClose={onClose} />
    </WorkspaceContext>,
  );
  expect(screen.getByRole("status").textContent).toMatch(/^One error stops the deploy: SageMaker would refuse/);
  fireEvent.click(screen.getByRole("button", { name: /reference-unknown-step/ }));
  expect(onClose).toHaveBeenCalledOnce();
  const { selection, panel } = editor.store.getState();
  expect([selection.steps, panel]).toEqual([["Train"], "problems"]);
});
