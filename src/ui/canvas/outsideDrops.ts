import { type DragEvent, useMemo } from "react";
import { addStep } from "../../editor/commands/steps/addStep";
import { loadPart } from "../../editor/session/loadPart";
import type { Position } from "../../pipeline/definition/document";
import { parseSource } from "../../pipeline/wiring/sourceText";
import type { WireEnd } from "../../pipeline/wiring/wire";
import { draggedStepType, sourceMime, stepTypeMime } from "../kit/draggedValue";
import { usePage } from "../kit/pageContext";
import { drops, loadDrops } from "./drop/loadDrops";
import { type CanvasKit, useKit } from "./kit";
import { finishWire } from "./wire/finishWire";
import { beginWire, endHover, follow } from "./wire/startWire";

/** Steps dragged from the palette, parameters and execution variables dragged from their list, a function's code. */
export function useOutsideDrops() {
  const kit = useKit();
  const { documents } = usePage();
  return useMemo(() => {
    const over = (event: DragEvent) => {
      const { types } = event.dataTransfer;
      if (kit.editor.store.getState().readOnly) return;
      if (types.includes(stepTypeMime)) {
        event.dataTransfer.dropEffect = "copy";
        hoverType(kit, event);
      } else if (types.includes(sourceMime)) {
        event.dataTransfer.dropEffect = "link";
        hover(kit, event);
      } else return;
      event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      const to = event.relatedTarget;
      if (to instanceof Node && event.currentTarget.contains(to)) return;
      endOutside(kit);
    };
    const drop = (event: DragEvent) => {
      const at = kit.view.toCanvas({ x: event.clientX, y: event.clientY });
      const code = codeOf(event.dataTransfer);
      if (code !== null && !kit.editor.store.getState().readOnly) {
        event.preventDefault();
        void loadPart(() => import("./dropCode")).then(({ dropCode }) => dropCode(kit, code, at, documents.openFile));
        return;
      }
      const type = event.dataTransfer.getData(stepTypeMime);
      const source = parseSource(event.dataTransfer.getData(sourceMime));
      if (type === "" && source === null) return;
      event.preventDefault();
      if (type !== "") void dropType(kit, type, event.nativeEvent, at);
      else if (source !== null) {
        const end: WireEnd = { kind: "source", source };
        if (kit.canvas.getState().wire === null) beginWire(kit, null, end);
        follow(kit, { x: event.clientX, y: event.clientY });
        const hit = kit.canvas.getState().wire?.over ?? null;
        endOutside(kit);
        finishWire(kit, end, hit, at);
      }
    };
    return { onDragOver: over, onDragLeave: leave, onDrop: drop };
  }, [kit, documents]);
}

/** One file of code, or an archive that may be a deployment package; any other is opened as a document by the page around. */
function codeOf({ files }: DataTransfer): File | null {
  const [file, ...more] = files;
  return file !== undefined && more.length === 0 && /\.(py|[cm]?js|[cm]?ts|zip)$/i.test(file.name) ? file : null;
}

/** The page lets what is dragged be read only at the drop; who started the drag has said before what it is. */
function hover(kit: CanvasKit, event: DragEvent): void {
  const { dragged } = kit.editor.store.getState();
  if (dragged === null) return;
  if (kit.canvas.getState().wire === null) beginWire(kit, null, { kind: "source", source: dragged });
  follow(kit, { x: event.clientX, y: event.clientY });
}

function endOutside(kit: CanvasKit): void {
  endHover(kit);
  if (kit.canvas.getState().drop !== null) kit.canvas.setState({ drop: null });
  if (kit.canvas.getState().wire !== null) kit.canvas.setState({ wire: null });
}

function hoverType(kit: CanvasKit, { dataTransfer, clientX, clientY }: DragEvent): void {
  const type = draggedStepType(dataTransfer.types);
  if (type === null) return;
  if (drops === null) void loadDrops();
  else drops.hoverNew(kit, { x: clientX, y: clientY }, type);
}

/** Into the branch or loop that lies there, or onto the free canvas. */
async function dropType(kit: CanvasKit, type: string, { clientX, clientY }: MouseEvent, at: Position): Promise<void> {
  const { hoverNew, finishNew } = await loadDrops();
  hoverNew(kit, { x: clientX, y: clientY }, type);
  if (!finishNew(kit, type, at)) kit.run(addStep, { type, at });
}
