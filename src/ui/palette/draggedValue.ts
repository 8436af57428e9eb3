import type { DragEvent } from "react";
import type { WireSource } from "../../pipeline/wiring";

/** What a dragged parameter or execution variable carries: a wire's source as JSON. */
export const sourceMime = "application/x-stepwire-source";

/** Puts a source on the pointer; a field of the inspector or of a step takes it. */
export function dragSource(event: DragEvent, source: WireSource): void {
  event.dataTransfer.setData(sourceMime, JSON.stringify(source));
  event.dataTransfer.effectAllowed = "link";
}
