import type { Editor } from "../../editor/session/createEditor";
import { slotPortId } from "../../pipeline/layout/cardShape";
import type { PortRef } from "../../pipeline/layout/portRef";
import type { RoutedLine } from "../../pipeline/layout/route";
import type { CanvasState, CanvasStore } from "./canvasStore";
import { sameKeys } from "./sameKeys";

/** Keeps the set of lines that are looked at: under the pointer, at the port under the pointer, selected, or named in the inspector. */
export function keepHighlights({ store }: Editor, canvas: CanvasStore): () => void {
  const update = () => {
    const state = followed(canvas);
    const { selection, hoveredEdge } = store.getState();
    const highlighted = new Set<string>();
    if (state.hover?.kind === "line") highlighted.add(state.hover.id);
    if (state.line !== null) highlighted.add(state.line);
    const { hover } = state;
    const asksAll = selection.edge !== null || hoveredEdge !== null || hover?.kind === "port";
    for (const line of asksAll ? state.lines.values() : []) {
      const { from, to } = line.line;
      const selected = selection.edge?.from === from && selection.edge.to === to && state.line === null;
      const named = hoveredEdge?.from === from && hoveredEdge.to === to;
      if (selected || named || (hover?.kind === "port" && meets(line, hover.port))) highlighted.add(line.id);
    }
    if (!sameKeys(highlighted, state.highlighted)) canvas.setState({ highlighted });
  };
  const looked = (state: CanvasState, before: CanvasState) =>
    state.hover !== before.hover || state.line !== before.line || (state.lines !== before.lines && state.drag === null);
  const stops = [
    canvas.subscribe((state, before) => {
      if (looked(state, before)) update();
    }),
    store.subscribe((state, before) => {
      if (state.selection === before.selection && state.hoveredEdge === before.hoveredEdge) return;
      if (state.selection.edge === null && canvas.getState().line !== null) canvas.setState({ line: null });
      else update();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * The chosen line, where it is another one now: an order's line goes by its trigger, which may have changed. One that is gone is chosen
 * no more.
 */
function followed(canvas: CanvasStore): CanvasState {
  const { line, lines } = canvas.getState();
  if (line !== null && !lines.has(line)) {
    const order = line.lastIndexOf(" order ");
    const beginning = order < 0 ? null : line.slice(0, order + " order ".length);
    const now = beginning === null ? undefined : [...lines.keys()].find((id) => id.startsWith(beginning));
    canvas.setState({ line: now ?? null });
  }
  return canvas.getState();
}

/** True when a line begins or ends at a port. */
export function meets({ line, fromPort, toPort }: RoutedLine, port: PortRef): boolean {
  switch (port.side) {
    case "in":
      return line.to === port.key && toPort === port.port;
    case "out":
      return line.from === port.key && fromPort === port.port;
    case "slot":
      return line.from === port.key && fromPort === slotPortId(port.port);
    case "before":
      return line.to === port.key && toPort === null;
    case "after":
      return line.from === port.key && fromPort === null;
    default:
      return false;
  }
}

/** The ports of a step that highlighted lines meet, as one text to compare: `in:PATH` and `out:OUTPUT` between bars. */
export function highlightedPorts({ highlighted, lines }: CanvasState, key: string): string {
  let ports = "";
  for (const id of highlighted) {
    const line = lines.get(id);
    if (line?.line.from === key) ports += `|out:${line.fromPort ?? ""}|`;
    if (line?.line.to === key) ports += `|in:${line.toPort ?? ""}|`;
  }
  return ports;
}
