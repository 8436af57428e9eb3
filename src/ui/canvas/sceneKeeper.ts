/** Keeps the session's scene and the cards' faces in step with the document, the models and a running drag. */
import type { Editor } from "../../editor/session/createEditor";
import { linesOf } from "../../pipeline/card/lines";
import type { Place } from "../../pipeline/definition/document";
import { type RoutedLine, routeLines } from "../../pipeline/layout/route";
import { buildScene, type Scene } from "../../pipeline/layout/scene";
import type { KeyedStore } from "../kit/keyedStore";
import { type CardFace, facesOf } from "./cards/faces";
import { type Measured, measure, shapeWithoutPorts } from "./measure";
import type { CanvasSession, CanvasState } from "./session";

/** Starts; the returned function ends it. */
export function keepScene({ store }: Editor, session: CanvasSession, faces: KeyedStore<CardFace>): () => void {
  let measured = measure(store.getState(), session.getState(), null);
  const draw = (before: Measured | null, isFresh: boolean) => {
    const { scene: sceneBefore, lines: linesBefore } = session.getState();
    const isMoved = before === null || before.shapes !== measured.shapes || before.places !== measured.places;
    const scene = isMoved || measured.changed === null ? sceneOf(measured, session.getState()) : sceneBefore;
    const lines =
      scene === sceneBefore && linesStay(measured, linesBefore)
        ? linesBefore
        : routeLines(measured.graph, scene, linesBefore, sceneBefore.cards);
    const looksAlike = before?.ports === measured.ports && before.sentences === measured.sentences;
    // The cards' contents first: a card that comes into the page finds its own.
    if (scene !== sceneBefore || !looksAlike) faces.replace(facesOf(scene.cards, measured, faces.all()));
    if (scene !== sceneBefore || lines !== linesBefore) session.setState({ scene, lines });
    if (isFresh && lines !== linesBefore) showFresh(session, newLines(lines, linesBefore));
  };
  draw(null, false);
  const stops = [
    store.subscribe((state, stateBefore) => {
      if (state.document === stateBefore.document && state.models === stateBefore.models) return;
      const before = measured;
      measured = measure(state, session.getState(), before);
      draw(before, state.document.id === stateBefore.document.id);
    }),
    session.subscribe((state, stateBefore) => {
      if (state.opened !== stateBefore.opened) measured = measure(store.getState(), state, measured);
      if (state.opened !== stateBefore.opened || state.drag !== stateBefore.drag) draw(null, false);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const origin: Place = { x: 0, y: 0 };

function sceneOf(
  { graph, places, shapes }: Measured,
  { drag, dragging, scene: before }: Pick<CanvasState, "drag" | "dragging" | "scene">,
): Scene {
  return buildScene(
    graph.steps,
    (key) => drag?.get(key) ?? places.get(key) ?? origin,
    (entry) => shapes.get(entry.key) ?? shapeWithoutPorts(entry),
    before,
    drag === null ? undefined : dragging?.lifted,
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
function showFresh(session: CanvasSession, fresh: ReadonlySet<string>): void {
  if (fresh.size === 0) return;
  session.setState({ fresh });
  setTimeout(() => {
    if (session.getState().fresh === fresh) session.setState({ fresh: none });
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
