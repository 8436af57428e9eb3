import type { Editor } from "../../editor/session/createEditor";
import { moveOutOfSlot } from "../../pipeline/edits/moveToSlot";
import { canvasView } from "./canvasView";

/** Moves a step out of what holds it; a canvas knows a free place for it. */
export function takeOut(editor: Editor, key: string, container: string): void {
  const canvas = canvasView();
  if (canvas !== null) canvas.takeOut(key);
  else editor.edit(`Move ${key} out of ${container}`, moveOutOfSlot(key));
}
