// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { createEditor } from "../../../editor/session/createEditor";
import { documentOf } from "../../../testing/load";
import { workspaceOf } from "../../../testing/workspace";
import { WorkspaceContext } from "../../kit/useWorkspace";
import { Presets } from "./Presets";

afterEach(cleanup);

it("values are kept by a name with the document, and taken into the form again", () => {
  const editor = createEditor(documentOf([]));
  const onTake = vi.fn();
  const draw = (texts: ReadonlyMap<string, string>) => (
    <WorkspaceContext value={workspaceOf(editor)}>
      <Presets texts={texts} onTake={onTake} />
    </WorkspaceContext>
  );
  const { rerender } = render(draw(new Map([["Threshold", "5"]])));
  const field = screen.getByRole("textbox", { name: "Name of a preset" });
  fireEvent.change(field, { target: { value: "nightly" } });
  fireEvent.keyDown(field, { key: "Enter", keyCode: 13 });
  expect([...editor.store.getState().document.presets.keys()]).toEqual(["nightly"]);
  rerender(draw(new Map([["Threshold", "9"]])));
  fireEvent.mouseDown(screen.getByRole("button", { name: /Preset/ }), { button: 0 });
  fireEvent.click(screen.getByRole("button", { name: /Preset/ }));
  fireEvent.mouseUp(screen.getByRole("option", { name: "nightly" }));
  expect(onTake).toHaveBeenCalledWith(new Map([["Threshold", "5"]]));
  fireEvent.click(screen.getByRole("button", { name: "Forget it" }));
  expect(editor.store.getState().document.presets.size).toBe(0);
}, 30_000);
