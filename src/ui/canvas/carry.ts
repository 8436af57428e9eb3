/** The scene while steps are dragged: what is carried is computed anew at each move, all else stays the object that it was. */
import type { Position, Way } from "../../pipeline/definition/document";
import type { Graph } from "../../pipeline/graph/deriveGraph";
import { allLines, type RoutedLine, routeLines } from "../../pipeline/layout/route";
import type { Hidden, Lane, Scene, SceneCard } from "../../pipeline/layout/scene";
import { oncePerObject } from "../../pipeline/remember";

/**
 * Moves steps of a scene, each with all that lies in it, to the positions of a drag. What they were lifted out of stays as wide as it was
 * (`Dragging.lifted`), so no other step and no frame changes.
 */
export function carryCards(scene: Scene, positions: ReadonlyMap<string, Position>): Scene {
  const cards = new Map<string, SceneCard>(scene.cards);
  const lanes = new Map<string, Lane>(scene.lanes);
  for (const [key, { x, y }] of positions) {
    const card = cards.get(key);
    if (card !== undefined) cards.set(key, { ...card, x, y });
  }
  const carried = (frame: Hidden["frame"]) => ("shape" in frame ? cards.get(frame.key) : lanes.get(frame.id)) ?? frame;
  for (const lane of scene.lanes.values()) {
    const [before, now] = [scene.cards.get(lane.container), cards.get(lane.container)];
    if (before === undefined || now === undefined || before === now) continue;
    lanes.set(lane.id, { ...lane, x: lane.x + now.x - before.x, y: lane.y + now.y - before.y });
  }
  const hidden = new Map([...scene.hidden].map(([key, one]) => [key, { ...one, frame: carried(one.frame) }]));
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
  return met.length === 0 ? before : new Map([...before, ...routeLines(graph, scene, ways, before, undefined, met)]);
}

const metLines = oncePerObject((moving: ReadonlySet<string>, graph: Graph) =>
  allLines(graph).filter(({ from, to }) => moving.has(from) || moving.has(to)),
);
