/** Keeps the canvas's scene and the cards' faces in step with the document, the models and a running drag. */
import type { Editor } from "../../editor/session/createEditor";
import type { EditorState } from "../../editor/session/editorState";
import { inSlices } from "../../editor/session/slices";
import { linesOf } from "../../pipeline/card/lines";
import type { Layout, Position } from "../../pipeline/definition/document";
import { allLinesInParts, type RoutedLine, routeInParts, routeLines } from "../../pipeline/layout/route";
import { buildScene, type Scene } from "../../pipeline/layout/scene";
import type { KeyedStore } from "../kit/keyedStore";
import type { CanvasState, CanvasStore } from "./canvasStore";
import { type CardFace, facesOf } from "./cards/faces";
import { carryCards, carryLines } from "./carry";
import { type Measured, measure, measureInParts, shapeWithoutPorts, stepsToMeasure } from "./measure";
import { indexInParts } from "./sceneIndex";

/** So many steps are measured at once. More are measured in slices: the first time they come to the canvas when that is done. */
const mostAtOnce = 500;

/** Starts; the returned function ends it. */
export function keepScene({ store }: Editor, canvas: CanvasStore, faces: KeyedStore<CardFace>): () => void {
  let measured: Measured | null = null;
  /** What came while steps are dragged: the editor's state of before. It is drawn with the drag's end, once. */
  let waiting: EditorState | null = null;
  let giveUp = () => {};
  const draw = (
    now: Measured,
    how: { readonly anew?: true; readonly isFresh?: boolean; readonly drawn?: Drawn } = {},
  ) => {
    const before = how.anew === true ? null : measured;
    measured = now;
    const { scene: sceneBefore, lines: linesBefore } = canvas.getState();
    const { scene, lines } = how.drawn ?? drawnNow(now, before, canvas.getState());
    const looksAlike = before?.ports === now.ports && before.sentences === now.sentences;
    // The cards' contents first: a card that comes into the page finds its own.
    if (scene !== sceneBefore || !looksAlike) faces.replace(facesOf(scene.cards, now, faces.all()));
    if (scene !== sceneBefore || lines !== linesBefore) canvas.setState({ scene, lines });
    // Apart, for what is to be seen first is in view by now.
    if (!canvas.getState().measured) canvas.setState({ measured: true });
    if (how.isFresh === true && lines !== linesBefore) showFresh(canvas, newLines(lines, linesBefore));
  };
  const carry = (now: Measured, { scene: sceneBefore, lines: linesBefore, drag, dragging }: CanvasState) => {
    if (drag === null || dragging === null) return;
    const scene = carryCards(sceneBefore, drag);
    const { graph, state } = now;
    canvas.setState({ scene, lines: carryLines(graph, scene, state.document.ways, linesBefore, dragging.moving) });
  };
  /** So many steps move that the page could not answer meanwhile: they come to their places together, once all of it is worked out. */
  const movesMuch = ({ document }: EditorState) =>
    measured !== null &&
    measured.state.document.id === document.id &&
    movedFrom(measured.state.document.layout, document.layout) > mostAtOnce;
  const isMuch = (state: Measured["state"]) => stepsToMeasure(state, canvas.getState(), measured) > mostAtOnce;
  const follow = (state: EditorState, isFresh: boolean, anew: { readonly anew?: true } = {}) => {
    giveUp();
    const { document } = state;
    // An edit shows at once, whatever models are on their way.
    const models = measured?.state.models ?? state.models;
    if (measured !== null && movesMuch(state)) {
      canvas.setState({ placing: true });
      const place = inSlices(placing({ ...state, models }, canvas, measured), ({ now, drawn }) => {
        giveUp = () => {};
        canvas.setState({ placing: false });
        draw(now, { drawn });
        follow(store.getState(), false);
      });
      giveUp = () => {
        place();
        canvas.setState({ placing: false });
      };
      return;
    }
    if (measured?.state.document !== document && !(measured === null && isMuch(state)))
      draw(measure({ document, models, comparison: state.comparison }, canvas.getState(), measured), {
        isFresh,
        ...anew,
      });
    if (measured?.state.models === state.models) return;
    if (!isMuch(state)) draw(measure(state, canvas.getState(), measured));
    else if (measured === null)
      giveUp = inSlices(firstDrawing(state, canvas), ({ now, drawn }) => draw(now, { drawn }));
    else giveUp = inSlices(measureInParts(state, canvas.getState(), measured), (now) => draw(now));
  };
  follow(store.getState(), false);
  const stops = [
    store.subscribe((state, before) => {
      if (state.document === before.document && state.models === before.models) return;
      const isDragged = measured !== null && canvas.getState().drag !== null;
      if (isDragged && state.document.id === before.document.id) waiting ??= before;
      else follow(state, state.document.id === before.document.id);
    }),
    canvas.subscribe((state, before) => {
      if (measured === null) return;
      if (isCarried(state, before)) return carry(measured, state);
      const isOpened = state.opened !== before.opened;
      const isMoved = state.drag !== before.drag || state.glide !== before.glide;
      if (waiting !== null && state.drag === null) {
        const { document } = waiting;
        waiting = null;
        const now = store.getState();
        if (now.document !== document) return follow(now, now.document.id === document.id, { anew: true });
        follow(now, false);
      }
      if (isOpened || isMoved) draw(isOpened ? measure(measured.state, state, measured) : measured, { anew: true });
    }),
  ];
  return () => {
    giveUp();
    for (const stop of stops) stop();
  };
}

interface Drawn {
  readonly scene: Scene;
  readonly lines: ReadonlyMap<string, RoutedLine>;
}

/** Where all stands now, and where the lines run: what did not change is what the canvas has. */
function drawnNow(now: Measured, before: Measured | null, canvas: CanvasState): Drawn {
  const { ways } = now.state.document;
  const waysStay = before === null || before.state.document.ways === ways;
  const isMoved = before === null || before.shapes !== now.shapes || before.positions !== now.positions;
  const scene = isMoved || now.changed === null ? sceneOf(now, canvas) : canvas.scene;
  if (scene === canvas.scene && waysStay && linesStay(now, canvas.lines)) return { scene, lines: canvas.lines };
  return {
    scene,
    lines: routeLines(now.graph, scene, ways, canvas.lines, waysStay ? canvas.scene.cards : undefined),
  };
}

/** The same in small parts, of a document that nothing is shown of yet. */
function* firstDrawing(
  state: Measured["state"],
  canvas: CanvasStore,
): Generator<undefined, { readonly now: Measured; readonly drawn: Drawn }> {
  const now = yield* measureInParts(state, canvas.getState(), null);
  const scene = sceneOf(now, canvas.getState());
  yield;
  const all = yield* allLinesInParts(now.graph);
  const lines = yield* routeInParts(now.graph, scene, state.document.ways, new Map(), new Map(), all);
  yield* indexInParts(scene.cards, lines);
  return { now, drawn: { scene, lines } };
}

/** The same of one that is shown, where many steps move: all wires between them run anew. */
function* placing(
  state: Measured["state"],
  canvas: CanvasStore,
  before: Measured,
): Generator<undefined, { readonly now: Measured; readonly drawn: Drawn }> {
  const now = yield* measureInParts(state, canvas.getState(), before);
  yield;
  const { scene: sceneBefore, lines: linesBefore } = canvas.getState();
  const scene = sceneOf(now, canvas.getState());
  yield;
  const all = yield* allLinesInParts(now.graph);
  const { ways } = state.document;
  const cardsBefore = before.state.document.ways === ways ? sceneBefore.cards : new Map();
  const lines = yield* routeInParts(now.graph, scene, ways, linesBefore, cardsBefore, all);
  yield* indexInParts(scene.cards, lines);
  return { now, drawn: { scene, lines } };
}

/** How many steps stand elsewhere than they did. */
function movedFrom(before: Layout, now: Layout): number {
  if (before === now) return 0;
  let count = 0;
  for (const [key, { x, y }] of now) {
    const old = before.get(key);
    if (old !== undefined && (old.x !== x || old.y !== y)) count++;
  }
  return count;
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
