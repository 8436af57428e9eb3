import { type DragEvent, useState } from "react";
import { parseSource } from "../../../pipeline/wiring/sourceText";
import type { WireSource } from "../../../pipeline/wiring/wire";
import { sourceMime } from "../../kit/draggedValue";

/** Takes what is dragged from the lists of parameters and execution variables; what is inside may have taken it already. */
export function useDropTarget(onSource: (source: WireSource) => void) {
  const [over, setOver] = useState(false);
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(sourceMime);
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!accepts(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = "link";
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false);
        if (event.defaultPrevented || !accepts(event)) return;
        event.preventDefault();
        event.stopPropagation();
        const source = parseSource(event.dataTransfer.getData(sourceMime));
        if (source !== null) onSource(source);
      },
    },
  };
}
