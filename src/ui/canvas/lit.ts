import type { Editor } from "../../editor/session/createEditor";
import { slotPortId } from "../../pipeline/layout/cardShape";
import type { RoutedLine } from "../../pipeline/layout/route";
import type { PortRef } from "./portRef";
import type { CanvasSession, CanvasState } from "./session";

/** Keeps the set of lines that are looked at: under the pointer, at the port under the pointer, selected, or named in the inspector. */
export function keepLit({ store }: Editor, session: CanvasSession): () => void {
  const update = () => {
    const state = followed(session);
    const { selection, hoveredEdge } = store.getState();
    const lit = new Set<string>();
    if (state.hover?.kind === "line") lit.add(state.hover.id);
    if (state.line !== null) lit.add(state.line);
    const { hover } = state;
    for (const line of state.lines.values()) {
      const { from, to } = line.line;
      const selected = selection.edge?.from === from && selection.edge.to === to && state.line === null;
      const named = hoveredEdge?.from === from && hoveredEdge.to === to;
      if (selected || named || (hover?.kind === "port" && meets(line, hover.port))) lit.add(line.id);
    }
    if (!sameSet(lit, state.lit)) session.setState({ lit });
  };
  const looked = (state: CanvasState, before: CanvasState) =>
    state.hover !== before.hover || state.line !== before.line || (state.lines !== before.lines && state.drag === null);
  const stops = [
    session.subscribe((state, before) => {
      if (looked(state, before)) update();
    }),
    store.subscribe((state, before) => {
      if (state.selection === before.selection && state.hoveredEdge === before.hoveredEdge) return;
      if (state.selection.edge === null && session.getState().line !== null) session.setState({ line: null });
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
function followed(session: CanvasSession): CanvasState {
  const { line, lines } = session.getState();
  if (line !== null && !lines.has(line)) {
    const order = line.lastIndexOf(" order ");
    const beginning = order < 0 ? null : line.slice(0, order + " order ".length);
    const now = beginning === null ? undefined : [...lines.keys()].find((id) => id.startsWith(beginning));
    session.setState({ line: now ?? null });
  }
  return session.getState();
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

function sameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((id) => right.has(id));
}

/** The ports of a step that lit lines meet, as one text to compare: `in:PATH` and `out:OUTPUT` between bars. */
export function litPorts({ lit, lines }: CanvasState, key: string): string {
  let ports = "";
  for (const id of lit) {
    const line = lines.get(id);
    if (line?.line.from === key) ports += `|out:${line.fromPort ?? ""}|`;
    if (line?.line.to === key) ports += `|in:${line.toPort ?? ""}|`;
  }
  return ports;
}
