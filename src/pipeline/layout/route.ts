import { type Line, linesOf } from "../card/lines";
import type { Position } from "../definition/document";
import type { Graph } from "../graph/deriveGraph";
import { oncePerObject } from "../remember";
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
}

/** All lines of a graph, in the order of its edges. */
export const allLines = oncePerObject((graph: Graph): readonly Line[] =>
  graph.edges.flatMap((edge) => linesOf(edge, graph)),
);

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

/** Routes every line of the graph through a scene. A line that runs as it did is that of `before`; where all do, so is the map. */
export function routeLines(
  graph: Graph,
  scene: Scene,
  before: ReadonlyMap<string, RoutedLine> = new Map(),
  cardsBefore: Scene["cards"] = new Map(),
): ReadonlyMap<string, RoutedLine> {
  const routed = new Map<string, RoutedLine>();
  let isSame = true;
  for (const line of allLines(graph)) {
    const fromCard = scene.cards.get(line.from);
    const toCard = scene.cards.get(line.to);
    if (fromCard === undefined || toCard === undefined) continue;
    const old = before.get(line.id);
    const implied = isImplied(line, toCard, graph);
    const stands = cardsBefore.get(line.from) === fromCard && cardsBefore.get(line.to) === toCard;
    const isOld = stands && old?.line === line && old.implied === implied;
    const now = isOld ? old : route(line, fromCard, toCard, implied, old);
    if (now !== old) isSame = false;
    routed.set(line.id, now);
  }
  return isSame && routed.size === before.size ? before : routed;
}

function route(
  line: Line,
  fromCard: SceneCard,
  toCard: SceneCard,
  implied: boolean,
  old: RoutedLine | undefined,
): RoutedLine {
  const { fromPort, toPort } = lineEnds(line, fromCard.shape, toCard.shape);
  const port = (fromPort === null ? null : outputSpot(fromCard, fromPort)) ?? afterSpot(fromCard);
  // The port of a loop's body stands inside its box, its name right of it: the line begins behind the name.
  const from = line.reason.kind === "each" ? { x: port.x + innerPortRoom, y: port.y } : port;
  const to = (toPort === null ? null : inputSpot(toCard, toPort)) ?? beforeSpot(toCard);
  const isSame =
    old !== undefined &&
    old.line === line &&
    old.implied === implied &&
    old.fromPort === fromPort &&
    old.toPort === toPort &&
    samePosition(old.curve.from, from) &&
    samePosition(old.curve.to, to);
  return isSame ? old : { id: line.id, line, fromPort, toPort, curve: curveBetween(from, to), implied };
}

function samePosition(left: Position, right: Position): boolean {
  return left.x === right.x && left.y === right.y;
}

function isImplied({ reason, from }: Line, to: SceneCard, graph: Graph): boolean {
  if (reason.kind !== "branch" && reason.kind !== "each") return false;
  return (graph.into.get(to.key) ?? []).some((edge) => {
    const other = graph.byKey.get(edge.from);
    return edge.from !== from && other?.parent === to.parent && other.slot === to.slot;
  });
}
