import type { DragEvent } from "react";
import type { Editor } from "../../editor/session/createEditor";
import type { WireSource } from "../../pipeline/wiring";

/** What a dragged parameter or execution variable carries: a wire's source as JSON. */
export const sourceMime = "application/x-stepwire-source";

/**
 * Lets an element be dragged as a wire's source; a field of the inspector or of a step takes it. The editor is told which wire is
 * being drawn, because the browser lets no one read what is dragged before the drop, and the fields that fit shall light up.
 */
export function draggedAs(editor: Editor, source: WireSource) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(sourceMime, JSON.stringify(source));
      event.dataTransfer.effectAllowed = "link";
      editor.setWire({ from: "output", source });
    },
    onDragEnd: () => editor.setWire(null),
  };
}
