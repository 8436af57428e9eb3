import { type Line, linesOf } from "../card/lines";
import { atOnce } from "../definition/atOnce";
import type { Position, Way } from "../definition/document";
import type { Graph } from "../graph/deriveGraph";
import { oncePerObject } from "../remember";
import { type CardShape, slotPortId } from "./cardShape";
import { type Curve, curveAlong, curveBetween, curveBounds } from "./curve";
import { boundsOf, type Rect } from "./rect";
import {
  afterSpot,
  beforeSpot,
  type Hidden,
  innerPortRoom,
  inputSpot,
  outputSpot,
  placed,
  type Scene,
  type SceneCard,
} from "./scene";
import { endsOf, waysByEnds } from "./ways";

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

/** The same in many small parts. */
export function* allLinesInParts(graph: Graph): Generator<undefined, readonly Line[]> {
  for (const edge of graph.edges) {
    linesOf(edge, graph);
    yield;
  }
  return allLines(graph);
}

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

/**
 * Routes every line of the graph through a scene: along the way that the layout found (`ways`) where it has its ends. A line that runs as
 * it did is that of `before`; where all do, so is the map. `cardsBefore`: where the cards stood then, with the same ways. `only`: of some of its
 * lines alone.
 */
export function routeLines(
  graph: Graph,
  scene: Scene,
  ways: readonly Way[],
  before: ReadonlyMap<string, RoutedLine> = new Map(),
  cardsBefore: Scene["cards"] = new Map(),
  only: readonly Line[] = allLines(graph),
): ReadonlyMap<string, RoutedLine> {
  return atOnce(routeInParts(graph, scene, ways, before, cardsBefore, only));
}

/** The same in many small parts: thousands of lines take longer than a page can wait. */
export function* routeInParts(
  graph: Graph,
  scene: Scene,
  ways: readonly Way[],
  before: ReadonlyMap<string, RoutedLine>,
  cardsBefore: Scene["cards"],
  only: readonly Line[],
): Generator<undefined, ReadonlyMap<string, RoutedLine>> {
  const routed = new Map<string, RoutedLine>();
  const byEnds = waysByEnds(ways);
  let isSame = true;
  const isOpen = scene.hidden.size === 0;
  for (const line of only) {
    const known = before.get(line.id);
    const [from, to] = [scene.cards.get(line.from), scene.cards.get(line.to)];
    const isBetween = isOpen && from !== undefined && cardsBefore.get(line.from) === from;
    // As it was, of thousands of others at each edit: nothing more is asked.
    if (
      isBetween &&
      cardsBefore.get(line.to) === to &&
      known?.line === line &&
      known.implied === isImplied(line, graph)
    ) {
      routed.set(line.id, known);
      yield;
      continue;
    }
    const fromCard = placed(scene, line.from);
    const toCard = placed(scene, line.to);
    if (fromCard === undefined || toCard === undefined) continue;
    const frames = { from: scene.hidden.get(line.from)?.frame, to: scene.hidden.get(line.to)?.frame };
    const isFolded = frames.from !== undefined || frames.to !== undefined;
    if (isFolded && (frames.from ?? fromCard) === (frames.to ?? toCard)) continue;
    const now = route(line, spotsOf(line, fromCard, toCard, frames), isImplied(line, graph), byEnds, known);
    if (now !== known) isSame = false;
    routed.set(line.id, now);
    yield;
  }
  return isSame && routed.size === before.size ? before : routed;
}

function route(
  line: Line,
  { fromPort, toPort, from, to }: ReturnType<typeof lineSpots>,
  implied: boolean,
  ways: ReadonlyMap<string, Way>,
  old: RoutedLine | undefined,
): RoutedLine {
  const way = ways.get(endsOf(from, to));
  const isSame =
    old !== undefined &&
    old.line === line &&
    old.implied === implied &&
    old.fromPort === fromPort &&
    old.toPort === toPort &&
    old.curve.way === way &&
    samePosition(old.curve.from, from) &&
    samePosition(old.curve.to, to);
  if (isSame) return old;
  const curve = way === undefined ? curveBetween(from, to) : curveAlong(way, from, to);
  return { id: line.id, line, fromPort, toPort, curve, implied };
}

/** A line from or to a step that is folded away ends at the frame that stands for it. */
function spotsOf(
  line: Line,
  fromCard: SceneCard,
  toCard: SceneCard,
  frames: { readonly from: Hidden["frame"] | undefined; readonly to: Hidden["frame"] | undefined },
) {
  const spots = lineSpots(line, fromCard, toCard);
  const { from = null, to = null } = frames;
  return {
    ...spots,
    ...(from === null ? {} : { fromPort: null, from: { x: from.x + from.width, y: middleOf(from) } }),
    ...(to === null ? {} : { toPort: null, to: { x: to.x, y: middleOf(to) } }),
  };
}

function middleOf(frame: Hidden["frame"]): number {
  return "shape" in frame ? beforeSpot(frame).y : frame.y + frame.height / 2;
}

/** Around all that is drawn: steps, lanes and lines; null on a blank canvas. */
export function drawnBounds({ bounds }: Scene, lines: ReadonlyMap<string, RoutedLine>): Rect | null {
  const shown = [...lines.values()].filter(({ implied }) => !implied);
  return bounds === null ? null : boundsOf([bounds, ...shown.map(({ curve }) => curveBounds(curve))]);
}

/** The ports that a line joins, and the points where it begins and ends. */
export function lineSpots(line: Line, fromCard: SceneCard, toCard: SceneCard) {
  const { fromPort, toPort } = lineEnds(line, fromCard.shape, toCard.shape);
  const port = (fromPort === null ? null : outputSpot(fromCard, fromPort)) ?? afterSpot(fromCard);
  // The port of a loop's body stands inside its box, its name right of it: the line begins behind the name.
  const from = line.reason.kind === "each" ? { x: port.x + innerPortRoom, y: port.y } : port;
  const to = (toPort === null ? null : inputSpot(toCard, toPort)) ?? beforeSpot(toCard);
  return { fromPort, toPort, from, to };
}

function samePosition(left: Position, right: Position): boolean {
  return left.x === right.x && left.y === right.y;
}

/** True for a branch or each line to a step that another step of the same slot leads to. */
export function isImplied({ reason, from, to }: Line, { byKey, into }: Graph): boolean {
  if (reason.kind !== "branch" && reason.kind !== "each") return false;
  const held = byKey.get(to);
  return (into.get(to) ?? []).some((edge) => {
    const other = byKey.get(edge.from);
    return edge.from !== from && other?.parent === held?.parent && other?.slot === held?.slot;
  });
}
