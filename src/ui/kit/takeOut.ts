import type { Workspace } from "../../editor/workspace";
import { moveOutOfSlot } from "../../pipeline/edits/moveToSlot";

/** Moves a step out of what holds it; a canvas knows a free place for it. */
export function takeOut({ editor, canvas }: Workspace, key: string, container: string): void {
  if (canvas !== null) canvas.takeOut(key);
  else editor.edit(`Move ${key} out of ${container}`, moveOutOfSlot(key));
}
