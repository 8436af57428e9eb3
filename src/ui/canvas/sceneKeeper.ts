/** Keeps the session's scene in step with the document, the models and a running drag. */
import type { Editor } from "../../editor/createEditor";
import type { EditorState } from "../../editor/editorState";
import type { PipelineDocument, Place } from "../../pipeline/definition/document";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { arrange } from "../../pipeline/layout/arrange";
import { type CardShape, cardShape } from "../../pipeline/layout/cardShape";
import { type RoutedLine, routeLines } from "../../pipeline/layout/route";
import { buildScene } from "../../pipeline/layout/scene";
import { portsOf, type StepPorts } from "../../pipeline/wiring";
import { facesOf } from "./cards/faces";
import type { CanvasSession, CanvasState } from "./session";
import { withOpened } from "./wire/openedPorts";

interface Measured {
  readonly state: Pick<EditorState, "document" | "models">;
  readonly opened: CanvasState["opened"];
  readonly graph: Graph;
  readonly ports: ReadonlyMap<string, StepPorts>;
  readonly shapes: ReadonlyMap<string, CardShape>;
  readonly places: ReadonlyMap<string, Place>;
}

/** Starts; the returned function ends it. */
export function keepScene({ store }: Editor, session: CanvasSession): () => void {
  let measured = measure(store.getState(), session.getState(), null);
  const draw = (fresh: boolean) => {
    const { drag, dragging, scene: before, lines: linesBefore } = session.getState();
    const { graph, places, shapes, ports } = measured;
    const scene = buildScene(
      graph.steps,
      (key) => drag?.get(key) ?? places.get(key) ?? origin,
      (entry) => shapes.get(entry.key) ?? shapeOf(entry, ports.get(entry.key) ?? noPorts),
      before,
      drag === null ? undefined : dragging?.lifted,
    );
    const lines = routeLines(graph, scene, linesBefore, before.cards);
    session.setState({ scene, lines, ports, faces: facesOf(scene.cards, ports, session.getState().faces) });
    if (fresh) showFresh(session, newLines(lines, linesBefore));
  };
  draw(false);
  const stops = [
    store.subscribe((state, before) => {
      if (state.document === before.document && state.models === before.models) return;
      measured = measure(state, session.getState(), measured);
      draw(state.document.id === before.document.id);
    }),
    session.subscribe((state, before) => {
      if (state.opened !== before.opened) measured = measure(store.getState(), state, measured);
      if (state.opened !== before.opened || state.drag !== before.drag) draw(false);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const drawnWithin = 300;

/** New lines draw themselves, once. */
function showFresh(session: CanvasSession, fresh: ReadonlySet<string>): void {
  if (fresh.size === 0) return;
  session.setState({ fresh });
  setTimeout(() => {
    if (session.getState().fresh === fresh) session.setState({ fresh: none });
  }, drawnWithin);
}

const origin: Place = { x: 0, y: 0 };
const noPorts: StepPorts = { inputs: [], outputs: [], slots: [], hiddenFields: 0 };

/** What each step takes; of steps that an edit left alone, what they took before it. */
function measure({ document, models }: EditorState, { opened }: CanvasState, before: Measured | null): Measured {
  const graph = deriveGraph(document.definition);
  const ports = new Map<string, StepPorts>();
  const shapes = new Map<string, CardShape>();
  const known = before !== null && isComparable(before, { document, models }, opened, graph) ? before : null;
  let sizesStay = known !== null;
  graph.steps.forEach((entry, index) => {
    const portsBefore = known?.graph.steps[index] === entry ? known.ports.get(entry.key) : undefined;
    const shapeBefore = known?.shapes.get(entry.key);
    // Only a loop's ports depend on other steps: those of its body.
    const isSame = portsBefore !== undefined && shapeBefore !== undefined && !shapeBefore.box;
    const own = isSame ? portsBefore : portsOf(document, models, entry.key);
    const shown = !isSame && opened?.key === entry.key ? withOpened(own, opened.fields) : own;
    const shape = isSame ? shapeBefore : shapeOf(entry, shown);
    ports.set(entry.key, shown);
    shapes.set(entry.key, shape);
    if (shape !== shapeBefore && !isSameSize(shape, shapeBefore)) sizesStay = false;
  });
  const placesStay = sizesStay && known?.state.document.layout === document.layout;
  const places = known !== null && placesStay ? known.places : placesOf(document, graph, shapes);
  return { state: { document, models }, opened, graph, ports, shapes, places };
}

/** True when between the two only single steps may have changed: no edge, no port that was asked for, no model. */
function isComparable(
  before: Measured,
  { document, models }: Measured["state"],
  opened: CanvasState["opened"],
  graph: Graph,
): boolean {
  return (
    before.graph.edges === graph.edges &&
    before.graph.steps.length === graph.steps.length &&
    before.state.models === models &&
    before.state.document.pins === document.pins &&
    before.opened === opened
  );
}

function isSameSize(shape: CardShape, before: CardShape | undefined): boolean {
  return before?.width === shape.width && before.height === shape.height && before.box === shape.box;
}

const shapesRemembered = new WeakMap<StepPorts, { readonly step: StepEntry["step"]; readonly shape: CardShape }>();

/** A step's card, remembered by its ports. */
function shapeOf(entry: StepEntry, ports: StepPorts): CardShape {
  const known = shapesRemembered.get(ports);
  if (known !== undefined && known.step === entry.step) return known.shape;
  const shape = cardShape(entry, ports);
  shapesRemembered.set(ports, { step: entry.step, shape });
  return shape;
}

/** Where the document says that the steps are, with places for those of which it says nothing. */
function placesOf(
  { layout }: PipelineDocument,
  graph: Graph,
  shapes: ReadonlyMap<string, CardShape>,
): ReadonlyMap<string, Place> {
  return arrange(graph, layout, (entry) => shapes.get(entry.key) ?? shapeOf(entry, noPorts));
}

/** The lines that are new among lines between steps that were there; none when everything is new. */
function newLines(
  lines: ReadonlyMap<string, RoutedLine>,
  before: ReadonlyMap<string, RoutedLine>,
): ReadonlySet<string> {
  const fresh = [...lines.keys()].filter((id) => !before.has(id));
  return fresh.length > 0 && fresh.length <= 12 ? new Set(fresh) : none;
}
const none: ReadonlySet<string> = new Set();

/** The measures that tidy works with: the ports of the document alone. */
export function shapesOf(state: Pick<EditorState, "document" | "models">): (entry: StepEntry) => CardShape {
  return (entry) => shapeOf(entry, portsOf(state.document, state.models, entry.key));
}
