import { type DragEvent, useMemo } from "react";
import type { Place } from "../../pipeline/definition/document";
import { addStep, nameForNewStep } from "../../pipeline/edits/addStep";
import { card } from "../../pipeline/layout/cardShape";
import { stepTypeList, stepTypeOf } from "../../pipeline/steps";
import type { WireSource } from "../../pipeline/wiring";
import { drops, loadDrops } from "./drop/loadDrops";
import { type CanvasKit, useKit } from "./kit";
import type { WireEnd } from "./wire/drawnWire";
import { finishWire } from "./wire/finishWire";
import { beginWire, endHover, follow } from "./wire/startWire";

const stepTypeFormat = "application/x-stepwire-step-type";
const sourceFormat = "application/x-stepwire-source";

/** Steps dragged from the palette, parameters and execution variables dragged from their list. */
export function useOutsideDrops() {
  const kit = useKit();
  return useMemo(() => {
    const over = (event: DragEvent) => {
      const { types } = event.dataTransfer;
      if (kit.editor.store.getState().readOnly) return;
      if (types.includes(stepTypeFormat)) {
        event.dataTransfer.dropEffect = "copy";
        hoverType(kit, event);
      } else if (types.includes(sourceFormat)) {
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
      const type = event.dataTransfer.getData(stepTypeFormat);
      const source = readSource(event.dataTransfer.getData(sourceFormat));
      if (type === "" && source === null) return;
      event.preventDefault();
      if (type !== "") void dropType(kit, type, event.nativeEvent, at);
      else if (source !== null) {
        const end: WireEnd = { kind: "source", source };
        if (kit.session.getState().wire === null) beginWire(kit, null, end);
        follow(kit, { x: event.clientX, y: event.clientY });
        const hit = kit.session.getState().wire?.over ?? null;
        endOutside(kit);
        finishWire(kit, end, hit, at);
      }
    };
    return { onDragOver: over, onDragLeave: leave, onDrop: drop };
  }, [kit]);
}

/** The page lets what is dragged be read only at the drop; who started the drag has said before what it is. */
function hover(kit: CanvasKit, event: DragEvent): void {
  const { wire } = kit.editor.store.getState();
  if (wire?.from !== "output") return;
  if (kit.session.getState().wire === null) beginWire(kit, null, { kind: "source", source: wire.source });
  follow(kit, { x: event.clientX, y: event.clientY });
}

function endOutside(kit: CanvasKit): void {
  endHover(kit);
  if (kit.session.getState().drop !== null) kit.session.setState({ drop: null });
  if (kit.session.getState().wire !== null) kit.session.setState({ wire: null });
}

/** The types of what is dragged are in small letters; one of them names the step type. */
function hoverType(kit: CanvasKit, { dataTransfer, clientX, clientY }: DragEvent): void {
  const named = dataTransfer.types.find((type) => type.startsWith(`${stepTypeFormat}.`));
  const type = stepTypeList.find((one) => named === `${stepTypeFormat}.${one.type}`.toLowerCase());
  if (type === undefined) return;
  const client = { x: clientX, y: clientY };
  if (drops === null) void loadDrops();
  else drops.hoverNew(kit, client, type.type);
}

/** Into the branch or loop that lies there, or onto the free canvas. */
async function dropType(kit: CanvasKit, type: string, { clientX, clientY }: MouseEvent, at: Place): Promise<void> {
  const { hoverNew, finishNew } = await loadDrops();
  hoverNew(kit, { x: clientX, y: clientY }, type);
  if (!finishNew(kit, type, at)) addAt(kit, type, at);
}

/** Adds a step with the pointer on its head. */
export function addAt(kit: CanvasKit, type: string, at: { readonly x: number; readonly y: number }): void {
  const { editor } = kit;
  const name = nameForNewStep(editor.store.getState().document, type);
  const place = { x: Math.round(at.x - card.narrowest / 2), y: Math.round(at.y - card.handle) };
  const outcome = editor.edit(`Add ${name}`, addStep(type, place));
  if (!outcome.ok) return;
  editor.select([name]);
  editor.announce(`${stepTypeOf(type).label} step ${name} added.`);
}

function readSource(text: string): WireSource | null {
  if (text === "") return null;
  const value: unknown = JSON.parse(text);
  return isSource(value) ? value : null;
}

function isSource(value: unknown): value is WireSource {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  if (value.kind === "parameter") return "name" in value && typeof value.name === "string";
  if (value.kind === "execution") return "variable" in value && typeof value.variable === "string";
  return value.kind === "output" && "step" in value && "output" in value;
}
