// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { createEditor } from "../../editor/session/createEditor";
import { measured } from "../../testing/layouts";
import { documentOf } from "../../testing/load";
import { lambda } from "../../testing/steps";
import { createCanvasStore } from "./canvasStore";
import type { CanvasKit } from "./kit";
import { cardKey } from "./useCanvasKeys";

it("Shift and an arrow take the next step into the selection, Shift+Space takes one in and out", () => {
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  const document = documentOf([lambda("A"), lambda("B"), lambda("C")]);
  const editor = createEditor(document);
  const canvas = createCanvasStore();
  const at = new Map(["A", "B", "C"].map((key, index) => [key, { x: index * 400, y: 0 }]));
  canvas.setState({ scene: measured(document).sceneAt(at) });
  const kit = { editor, canvas, view: { show: () => {} } } as unknown as CanvasKit;
  const press = (step: string, key: string, shiftKey: boolean) =>
    cardKey(kit, { key, shiftKey, ctrlKey: false, metaKey: false, altKey: false, repeat: false }, step);
  const selected = () => editor.store.getState().selection.steps;

  press("A", " ", false);
  press("A", "ArrowRight", true);
  expect(selected()).toEqual(["A", "B"]);
  press("B", "ArrowRight", false);
  expect(selected()).toEqual(["A", "B"]);
  press("C", " ", true);
  expect(selected()).toEqual(["A", "B", "C"]);
  press("B", " ", true);
  expect(selected()).toEqual(["A", "C"]);
  press("C", " ", false);
  expect(selected()).toEqual(["C"]);
});
