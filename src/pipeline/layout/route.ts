import type { Graph } from "../graph/deriveGraph";
import { type Line, linesOf } from "../wiring/lines";
import { type CardShape, slotPortId } from "./cardShape";
import { type Curve, curveBetween } from "./curve";
import { afterSpot, beforeSpot, innerPortRoom, inputSpot, outputSpot, type Scene, type SceneCard } from "./scene";

/** The ports that a line joins; null means the order handle at the card's head. */
export interface LineEnds {
  readonly fromPort: string | null;
  readonly toPort: string | null;
}

/** A line with its way across the canvas. */
export interface RoutedLine extends LineEnds {
  readonly id: string;
  readonly line: Line;
  readonly curve: Curve;
  /**
   * True for a branch or each line to a step that another step of the same slot leads to: it is implied, and drawn only when it or
   * its step is looked at.
   */
  readonly implied: boolean;
  readonly fromCard: SceneCard;
  readonly toCard: SceneCard;
}

/** All lines of a graph, in the order of its edges. */
export function allLines(graph: Graph): readonly Line[] {
  let lines = remembered.get(graph);
  if (lines === undefined) {
    lines = graph.edges.flatMap((edge) => linesOf(edge, graph));
    remembered.set(graph, lines);
  }
  return lines;
}
const remembered = new WeakMap<Graph, readonly Line[]>();

export function lineEnds({ reason }: Line, from: CardShape, to: CardShape): LineEnds {
  switch (reason.kind) {
    case "data":
      return {
        fromPort: from.outputs.has(reason.output) ? reason.output : null,
        toPort: to.inputs.has(reason.field) ? reason.field : null,
      };
    case "order":
      return { fromPort: null, toPort: null };
    default:
      return { fromPort: slotPortId(reason.slot), toPort: null };
  }
}

/** Routes every line of the graph through a scene. A line whose two cards did not change is that of `before`. */
export function routeLines(
  graph: Graph,
  scene: Scene,
  before: ReadonlyMap<string, RoutedLine> = new Map(),
): ReadonlyMap<string, RoutedLine> {
  const routed = new Map<string, RoutedLine>();
  for (const line of allLines(graph)) {
    const fromCard = scene.cards.get(line.from);
    const toCard = scene.cards.get(line.to);
    if (fromCard === undefined || toCard === undefined) continue;
    const implied = isImplied(line, toCard, graph);
    const old = before.get(line.id);
    const same =
      old !== undefined &&
      old.line === line &&
      old.fromCard === fromCard &&
      old.toCard === toCard &&
      old.implied === implied;
    routed.set(line.id, same ? old : route(line, fromCard, toCard, implied));
  }
  return routed;
}

function route(line: Line, fromCard: SceneCard, toCard: SceneCard, implied: boolean): RoutedLine {
  const { fromPort, toPort } = lineEnds(line, fromCard.shape, toCard.shape);
  const port = (fromPort === null ? null : outputSpot(fromCard, fromPort)) ?? afterSpot(fromCard);
  // The port of a loop's body stands inside its box, its name right of it: the line begins behind the name.
  const from = line.reason.kind === "each" ? { x: port.x + innerPortRoom, y: port.y } : port;
  const to = (toPort === null ? null : inputSpot(toCard, toPort)) ?? beforeSpot(toCard);
  return { id: line.id, line, fromPort, toPort, curve: curveBetween(from, to), implied, fromCard, toCard };
}

function isImplied({ reason, from }: Line, to: SceneCard, graph: Graph): boolean {
  if (reason.kind !== "branch" && reason.kind !== "each") return false;
  return (graph.into.get(to.key) ?? []).some((edge) => {
    const other = graph.byKey.get(edge.from);
    return edge.from !== from && other?.parent === to.parent && other.slot === to.slot;
  });
}
