/** Rough places for all steps of a graph that has none. A first view only: tidy does it well. */
import type { Layout, Position } from "../definition/document";
import type { Edge, Graph } from "../graph/deriveGraph";
import { topologicalOrder } from "../graph/order";
import type { StepEntry } from "../graph/stepTree";
import { type CardShape, card } from "./cardShape";
import { inside } from "./scene";

export const between = { across: 110, down: 36 } as const;

/** A step with all that it holds. */
interface Block {
  readonly width: number;
  readonly height: number;
}

type ShapeOf = (entry: StepEntry) => CardShape;

/**
 * A column for each distance from the beginning; what a loop or a branch holds has its room, in columns of its own, and nothing else
 * stands there. Costs one pass.
 */
export function inColumns(graph: Graph, shapeOf: ShapeOf): Layout {
  const siblings = betweenSiblings(graph);
  const column = new Map<string, number>();
  const held = new Map<string, string[]>();
  for (const key of topologicalOrder(siblings)) {
    const upstream = siblings.into.get(key) ?? [];
    column.set(key, upstream.reduce((most, { from }) => Math.max(most, column.get(from) ?? -1), -1) + 1);
    const { parent = null, slot = null } = graph.byKey.get(key) ?? {};
    const home = homeOf(parent, slot);
    listIn(held, home).push(key);
  }
  const blocks = new Map<string, Block>();
  const offsets = new Map<string, Position>();
  const stack = (home: string, from: Position): Block => {
    const put = columnsOf(held.get(home) ?? [], column, blocks);
    for (const [key, { x, y }] of put.places) offsets.set(key, { x: from.x + x, y: from.y + y });
    return put;
  };
  // What a step holds stands behind it.
  for (const entry of [...graph.steps].reverse()) blocks.set(entry.key, blockOf(entry, shapeOf(entry), held, stack));
  stack(homeOf(null, null), { x: 0, y: 0 });
  const positions = new Map<string, Position>();
  for (const { key, parent } of graph.steps) {
    const [at, around] = [offsets.get(key), parent === null ? undefined : positions.get(parent)];
    positions.set(key, { x: (at?.x ?? 0) + (around?.x ?? 0), y: (at?.y ?? 0) + (around?.y ?? 0) });
  }
  return positions;
}

function listIn<T>(lists: Map<string, T[]>, name: string): T[] {
  const list = lists.get(name) ?? [];
  if (list.length === 0) lists.set(name, list);
  return list;
}

const homeOf = (parent: string | null, slot: string | null) => JSON.stringify([parent, slot]);

/** The room of a step: a loop's box around its body, a Condition with the areas of its branches on its right. */
function blockOf(
  { key, stepType }: StepEntry,
  { box, width, height }: CardShape,
  held: ReadonlyMap<string, readonly string[]>,
  stack: (home: string, from: Position) => Block,
): Block {
  const homes = stepType.slots.map(({ key: slot }) => homeOf(key, slot)).filter((home) => held.has(home));
  if (box) {
    const { left, top, right, bottom } = inside.box;
    const [home] = homes;
    if (home === undefined) {
      return { width: Math.max(width, inside.emptyBody.width), height: height + inside.emptyBody.height };
    }
    const body = stack(home, { x: left, y: height + top });
    return { width: Math.max(width, left + body.width + right), height: height + top + body.height + bottom };
  }
  const { left, top, right, bottom } = inside.lane;
  const block = { width, height };
  let y = 0;
  for (const home of homes) {
    const x = width + between.across;
    const branch = stack(home, { x: x + left, y: y + top });
    block.width = Math.max(block.width, x + left + branch.width + right);
    block.height = Math.max(block.height, y + top + branch.height + bottom);
    y += top + branch.height + bottom + between.down;
  }
  return block;
}

function columnsOf(
  keys: readonly string[],
  column: ReadonlyMap<string, number>,
  blocks: ReadonlyMap<string, Block>,
): Block & { readonly places: Layout } {
  const columns: { width: number; bottom: number }[] = [];
  const tops = keys.map((key) => {
    const at = column.get(key) ?? 0;
    while (columns.length <= at) columns.push({ width: card.widest, bottom: 0 });
    const own = columns[at] as (typeof columns)[number];
    const { width, height } = blocks.get(key) ?? { width: 0, height: 0 };
    const y = own.bottom;
    own.bottom += height + between.down;
    own.width = Math.max(own.width, width);
    return { key, at, y };
  });
  let right = -between.across;
  const lefts = columns.map(({ width }) => {
    const left = right + between.across;
    right = left + width;
    return left;
  });
  return {
    width: Math.max(0, right),
    height: columns.reduce((most, { bottom }) => Math.max(most, bottom - between.down), 0),
    places: new Map(tops.map(({ key, at, y }) => [key, { x: lefts[at] ?? 0, y }])),
  };
}

/** The graph with each edge between the two that stand beside each other: the steps themselves, or what holds them. */
function betweenSiblings(graph: Graph): Graph {
  const into = new Map<string, Edge[]>();
  const outOf = new Map<string, Edge[]>();
  for (const edges of graph.into.values()) {
    for (const edge of edges) {
      const [from, to] = besideEachOther(graph, edge);
      if (from === null || to === null || from === to) continue;
      const lifted = { ...edge, from, to };
      listIn(into, to).push(lifted);
      listIn(outOf, from).push(lifted);
    }
  }
  return { ...graph, into, outOf };
}

function besideEachOther({ byKey }: Graph, { from, to }: Edge): readonly [string | null, string | null] {
  let [left, right] = [byKey.get(from), byKey.get(to)];
  const up = (entry: StepEntry) => (entry.parent === null ? undefined : byKey.get(entry.parent));
  while (left !== undefined && right !== undefined && left.parent !== right.parent) {
    if (left.depth >= right.depth) left = up(left);
    else right = up(right);
  }
  return [left?.key ?? null, right?.key ?? null];
}
