/** The scene while steps are dragged: what is carried is computed anew at each move, all else stays the object that it was. */
import type { Position, Way } from "../../pipeline/definition/document";
import type { Graph } from "../../pipeline/graph/deriveGraph";
import { Replaced } from "../../pipeline/layout/replaced";
import { allLines, type RoutedLine, routeLines } from "../../pipeline/layout/route";
import type { Hidden, Lane, Scene, SceneCard } from "../../pipeline/layout/scene";
import { oncePerObject } from "../../pipeline/remember";

/**
 * Moves steps of a scene, each with all that lies in it, to the positions of a drag. What they were lifted out of stays as wide as it was
 * (`Dragging.lifted`), so no other step and no frame changes.
 */
export function carryCards(scene: Scene, positions: ReadonlyMap<string, Position>): Scene {
  const movedCards = new Map<string, SceneCard>();
  for (const [key, { x, y }] of positions) {
    const card = scene.cards.get(key);
    if (card !== undefined) movedCards.set(key, { ...card, x, y });
  }
  const movedLanes = new Map<string, Lane>();
  for (const lane of scene.lanes.values()) {
    const [before, now] = [scene.cards.get(lane.container), movedCards.get(lane.container)];
    if (before === undefined || now === undefined) continue;
    movedLanes.set(lane.id, { ...lane, x: lane.x + now.x - before.x, y: lane.y + now.y - before.y });
  }
  const cards = new Replaced(scene.cards, movedCards);
  const lanes = movedLanes.size === 0 ? scene.lanes : new Replaced(scene.lanes, movedLanes);
  const carried = (frame: Hidden["frame"]) => ("shape" in frame ? cards.get(frame.key) : lanes.get(frame.id)) ?? frame;
  const movedFrames = [...scene.hidden].flatMap(([key, one]) => {
    const frame = carried(one.frame);
    return frame === one.frame ? [] : [[key, { ...one, frame }] as const];
  });
  const hidden = movedFrames.length === 0 ? scene.hidden : new Replaced(scene.hidden, new Map(movedFrames));
  return { ...scene, cards, lanes, hidden };
}

/** Routes the lines that meet carried steps (`moving`, the same set through the whole drag) anew. */
export function carryLines(
  graph: Graph,
  scene: Scene,
  ways: readonly Way[],
  before: ReadonlyMap<string, RoutedLine>,
  moving: ReadonlySet<string>,
): ReadonlyMap<string, RoutedLine> {
  const met = metLines(moving, graph);
  return met.length === 0 ? before : new Replaced(before, routeLines(graph, scene, ways, before, undefined, met));
}

const metLines = oncePerObject((moving: ReadonlySet<string>, graph: Graph) =>
  allLines(graph).filter(({ from, to }) => moving.has(from) || moving.has(to)),
);
