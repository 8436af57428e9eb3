/** Keeps the canvas's scene and the cards' faces in step with the document, the models and a running drag. */
import type { Editor } from "../../editor/session/createEditor";
import { linesOf } from "../../pipeline/card/lines";
import type { Position } from "../../pipeline/definition/document";
import { type RoutedLine, routeLines } from "../../pipeline/layout/route";
import { buildScene, type Scene } from "../../pipeline/layout/scene";
import type { KeyedStore } from "../kit/keyedStore";
import type { CanvasState, CanvasStore } from "./canvasStore";
import { type CardFace, facesOf } from "./cards/faces";
import { carryCards, carryLines } from "./carry";
import { type Measured, measure, shapeWithoutPorts } from "./measure";

/** Starts; the returned function ends it. */
export function keepScene({ store }: Editor, canvas: CanvasStore, faces: KeyedStore<CardFace>): () => void {
  let measured = measure(store.getState(), canvas.getState(), null);
  const draw = (before: Measured | null, isFresh: boolean) => {
    const { scene: sceneBefore, lines: linesBefore } = canvas.getState();
    const { ways } = measured.state.document;
    const waysStay = before === null || before.state.document.ways === ways;
    const isMoved = before === null || before.shapes !== measured.shapes || before.positions !== measured.positions;
    const scene = isMoved || measured.changed === null ? sceneOf(measured, canvas.getState()) : sceneBefore;
    const lines =
      scene === sceneBefore && waysStay && linesStay(measured, linesBefore)
        ? linesBefore
        : routeLines(measured.graph, scene, ways, linesBefore, waysStay ? sceneBefore.cards : undefined);
    const looksAlike = before?.ports === measured.ports && before.sentences === measured.sentences;
    // The cards' contents first: a card that comes into the page finds its own.
    if (scene !== sceneBefore || !looksAlike) faces.replace(facesOf(scene.cards, measured, faces.all()));
    if (scene !== sceneBefore || lines !== linesBefore) canvas.setState({ scene, lines });
    if (isFresh && lines !== linesBefore) showFresh(canvas, newLines(lines, linesBefore));
  };
  const carry = ({ scene: sceneBefore, lines: linesBefore, drag, dragging }: CanvasState) => {
    if (drag === null || dragging === null) return;
    const scene = carryCards(sceneBefore, drag);
    const { graph, state } = measured;
    canvas.setState({ scene, lines: carryLines(graph, scene, state.document.ways, linesBefore, dragging.moving) });
  };
  draw(null, false);
  const stops = [
    store.subscribe((state, stateBefore) => {
      if (state.document === stateBefore.document && state.models === stateBefore.models) return;
      const before = measured;
      measured = measure(state, canvas.getState(), before);
      draw(before, state.document.id === stateBefore.document.id);
    }),
    canvas.subscribe((state, stateBefore) => {
      if (isCarried(state, stateBefore)) return carry(state);
      if (state.opened !== stateBefore.opened) measured = measure(store.getState(), state, measured);
      const isMoved = state.drag !== stateBefore.drag || state.glide !== stateBefore.glide;
      if (state.opened !== stateBefore.opened || isMoved) draw(null, false);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** True from the second move of a drag on: the first has built the scene around what was lifted. */
function isCarried(state: CanvasState, before: CanvasState): boolean {
  const goesOn = state.drag !== null && before.drag !== null && state.drag !== before.drag;
  return goesOn && state.dragging !== null && state.dragging === before.dragging && state.opened === before.opened;
}

const origin: Position = { x: 0, y: 0 };

function sceneOf(
  { graph, positions, shapes, state }: Measured,
  { drag, glide, dragging, scene: before }: Pick<CanvasState, "drag" | "glide" | "dragging" | "scene">,
): Scene {
  return buildScene(
    graph.steps,
    (key) => drag?.get(key) ?? glide?.get(key) ?? positions.get(key) ?? origin,
    (entry) => shapes.get(entry.key) ?? shapeWithoutPorts(entry),
    before,
    drag === null ? undefined : dragging?.lifted,
    state.document.folded,
  );
}

/** True when what changed in single steps changed none of the lines to them: their words come from the step that they lead to. */
function linesStay({ changed, graph }: Measured, lines: ReadonlyMap<string, RoutedLine>): boolean {
  if (changed === null) return false;
  return changed.every(({ key }) =>
    (graph.into.get(key) ?? []).every((edge) =>
      linesOf(edge, graph).every((line) => lines.get(line.id)?.line === line),
    ),
  );
}

const drawnWithin = 300;

/** New lines draw themselves, once. */
function showFresh(canvas: CanvasStore, fresh: ReadonlySet<string>): void {
  if (fresh.size === 0) return;
  canvas.setState({ fresh });
  setTimeout(() => {
    if (canvas.getState().fresh === fresh) canvas.setState({ fresh: none });
  }, drawnWithin);
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
