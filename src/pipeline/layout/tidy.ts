import type { Line } from "../card/lines";
import type { Group, Layout, Position, Way } from "../definition/document";
import type { Graph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import type { CardShape } from "./cardShape";
import { type ElkNode, type Pause, type RunElk, separately } from "./elk/elkNode";
import { type Drawing, fromElkInParts } from "./elk/fromElk";
import { mostInLayer } from "./elk/layers";
import { partsOf } from "./elk/parts";
import { edgeOf, toElkInParts } from "./elk/toElk";
import type { Rect } from "./rect";
import { isImplied, lineSpots } from "./route";
import { extentInParts, inRowsInParts, type Room } from "./rows";
import { buildScene } from "./scene";
import { fitted } from "./ways";

/** Where all steps stand, and how the lines between them run around the cards. */
export interface Tidied {
  readonly layout: Layout;
  readonly ways: readonly Way[];
}

/**
 * Places for all steps: layered from left to right, the steps of a branch or body together, no two cards on each other; in rows where one
 * would be seen too small in the room there is (`room`, in pixels of the screen); no foreign card in the frame of a group. `shapeOf` gives each step's size and ports, `lines` the
 * drawn edges (`allLines`). `pause` is waited for between parts of the work. Rejects when elk does.
 */
export async function tidy(
  graph: Graph,
  shapeOf: (entry: StepEntry) => CardShape,
  lines: readonly Line[],
  groups: readonly Group[],
  room: Room,
  runElk: RunElk,
  pause: Pause = atOnce,
): Promise<Tidied> {
  if (graph.steps.length === 0) return { layout: new Map(), ways: [] };
  const done = <T>(work: Generator<undefined, T>) => doneInParts(work, pause);
  await done(measured(graph, shapeOf));
  const drawn = lines.filter((line) => !isImplied(line, graph));
  const parts: ElkNode[] = [];
  for (const part of partsOf(graph, drawn, groups)) {
    await pause();
    const most = mostInLayer(part, graph, shapeOf, room);
    parts.push(await done(toElkInParts(part, graph, shapeOf, most, groups)));
  }
  const drawings: Drawing[] = [];
  for (const part of await laidOut(parts, runElk))
    drawings.push(await done(inRowsInParts(await done(fromElkInParts(part)), room)));
  const extents: Rect[] = [];
  for (const drawing of drawings)
    extents.push((await done(extentInParts(drawing))) ?? { ...origin, width: 0, height: 0 });
  const places = await packed(extents, room, runElk);
  const layout = new Map(
    drawings.flatMap(({ positions }, index) =>
      [...positions].map(([key, at]) => [key, rounded(moved(at, places[index]))]),
    ),
  );
  const found = new Map(
    drawings.flatMap(({ ways }, index) =>
      [...ways].map(([id, way]) => [id, way.map((at) => moved(at, places[index]))] as const),
    ),
  );
  await pause();
  return { layout, ways: await done(fittedWays(graph, shapeOf, drawn, layout, found)) };
}

const atOnce: Pause = () => Promise.resolve();

/** How often it is asked whether it is time to pause: asking takes its time too. */
const partsTogether = 32;

async function doneInParts<T>(work: Generator<undefined, T>, pause: Pause): Promise<T> {
  for (let count = 1; ; count++) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (count % partsTogether === 0) await pause();
  }
}

/** Asks for the size of each step once: from then on it is known. */
function* measured(graph: Graph, shapeOf: (entry: StepEntry) => CardShape): Generator<undefined, void> {
  for (const entry of graph.steps) {
    shapeOf(entry);
    yield;
  }
}

/** The parts, laid out each for itself: one goes as it is. */
async function laidOut(parts: ElkNode[], runElk: RunElk): Promise<readonly ElkNode[]> {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return [await runElk(only)];
  return (await runElk(separately(parts))).children ?? [];
}

const origin: Position = { x: 0, y: 0 };
const moved = ({ x, y }: Position, by: Position = origin): Position => ({ x: x + by.x, y: y + by.y });
const rounded = ({ x, y }: Position): Position => ({ x: Math.round(x), y: Math.round(y) });

/** How far each part is moved, so that they lie beside each other in about the shape of the room. */
async function packed(extents: readonly Rect[], room: Room, runElk: RunElk): Promise<readonly Position[]> {
  if (extents.length === 1) return [origin];
  const children = extents.map(({ width, height }, index): ElkNode => ({ id: `part:${index}`, width, height }));
  const root = await runElk({
    id: "root",
    layoutOptions: {
      "elk.algorithm": "rectpacking",
      "elk.aspectRatio": String(room.width / room.height),
      "elk.spacing.nodeNode": "56",
    },
    children,
  });
  const at = new Map((root.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  return extents.map(({ x, y }, index) => moved(at.get(`part:${index}`) ?? origin, { x: -x, y: -y }));
}

function* fittedWays(
  graph: Graph,
  shapeOf: (entry: StepEntry) => CardShape,
  lines: readonly Line[],
  layout: Layout,
  found: ReadonlyMap<string, readonly Position[]>,
): Generator<undefined, readonly Way[]> {
  const { cards } = buildScene(graph.steps, (key) => layout.get(key) ?? origin, shapeOf);
  const ways = new Map<string, Way>();
  for (const line of lines) {
    yield;
    const [from, to] = [cards.get(line.from), cards.get(line.to)];
    if (from === undefined || to === undefined) continue;
    const { id } = edgeOf(line, from.shape, to.shape);
    const way = found.get(id);
    const spots = lineSpots(line, from, to);
    if (way !== undefined) ways.set(id, fitted(way, spots.from, spots.to));
  }
  return [...ways.values()];
}
