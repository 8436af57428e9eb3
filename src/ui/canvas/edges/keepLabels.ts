/** Where the words of the wires stand: found once the view rests, for what is in view and half a viewport around it. */
import type { useStoreApi } from "reactflow";
import type { SimulationView } from "../../../editor/session/editorState";
import { lineFlows } from "../../../editor/session/selectors";
import type { Position } from "../../../pipeline/definition/document";
import { labelPositions, labelsOf } from "../../../pipeline/layout/labels";
import { boundsOf, grown, overlaps, type Rect } from "../../../pipeline/layout/rect";
import type { RoutedLine } from "../../../pipeline/layout/route";
import { laneTitle, solidPart } from "../../../pipeline/layout/scene";
import type { CanvasState } from "../canvasStore";
import type { CanvasKit } from "../kit";
import { cardsIn, linesIn, rectOfLine } from "../sceneIndex";

/** Below this zoom nobody can read them. */
const readableFrom = 0.5;
const nothing: ReadonlyMap<string, Position> = new Map();

/** Starts; the returned function ends it. */
export function keepLabels({ editor, canvas, view }: CanvasKit, flow: ReturnType<typeof useStoreApi>): () => void {
  const flowsNow = () => lineFlows(editor.store.getState());
  const set = (labels: ReadonlyMap<string, Position>) => {
    if (labels.size + canvas.getState().labels.size > 0) canvas.setState({ labels });
  };
  const update = () => {
    const state = canvas.getState();
    if (!state.measured) return;
    if (view.zoom() < readableFrom) return set(nothing);
    const seen = view.inView();
    const region = grown(seen, Math.max(seen.width, seen.height) / 2);
    set(place(linesIn(state.lines, region), region, state, flowsNow()));
  };
  /** What is dragged takes its words along; all others stay. */
  const carry = (state: CanvasState) => {
    const { drag, dragging, lines, labels } = state;
    const moving = dragging?.moving ?? new Set(drag?.keys());
    const met = [...labels.keys()].flatMap((id) => {
      const line = lines.get(id);
      return line !== undefined && (moving.has(line.line.from) || moving.has(line.line.to)) ? [line] : [];
    });
    const region = boundsOf(met.map(rectOfLine));
    if (region !== null) set(new Map([...labels, ...place(met, region, state, flowsNow())]));
  };
  const stops = [
    canvas.subscribe((state, before) => {
      const isOther =
        state.scene !== before.scene || state.lines !== before.lines || state.measured !== before.measured;
      if (state.drag !== null) {
        if (isOther) carry(state);
      } else if (isOther || before.drag !== null || (before.moving && !state.moving)) update();
    }),
    editor.store.subscribe((state, before) => {
      if (lineFlows(state) !== lineFlows(before)) update();
    }),
    flow.subscribe((state, before) => {
      if (state.transform !== before.transform && !canvas.getState().moving) update();
    }),
  ];
  update();
  return () => {
    for (const stop of stops) stop();
  };
}

function place(
  lines: readonly RoutedLine[],
  region: Rect,
  { scene }: CanvasState,
  flows: SimulationView["lines"] | null,
): ReadonlyMap<string, Position> {
  const labels = labelsOf(lines, (id) => flows?.get(id)?.label);
  if (labels.length === 0) return nothing;
  const titles = [...scene.lanes.values()].map(laneTitle).filter((title) => overlaps(title, region));
  const solid = [...cardsIn(scene.cards, region).map(solidPart), ...titles];
  const shown = lines.filter(({ implied }) => !implied).map(({ curve }) => curve);
  return labelPositions(labels, solid, shown);
}
