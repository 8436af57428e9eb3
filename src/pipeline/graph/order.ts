import type { Graph } from "./deriveGraph";

/**
 * Steps in an order in which each comes after all it waits for; ties in document order. Steps of a cycle, and what waits for them,
 * come last, in document order.
 */
export function topologicalOrder(graph: Graph): readonly string[] {
  const waiting = new Map(graph.steps.map(({ key }) => [key, graph.into.get(key)?.length ?? 0]));
  const ready = graph.steps.filter(({ key }) => waiting.get(key) === 0).map(({ key }) => key);
  const order: string[] = [];
  for (let at = 0; at < ready.length; at++) {
    const key = ready[at] as string;
    order.push(key);
    for (const edge of graph.outOf.get(key) ?? []) {
      const left = (waiting.get(edge.to) ?? 0) - 1;
      waiting.set(edge.to, left);
      if (left === 0) ready.push(edge.to);
    }
  }
  if (order.length === graph.steps.length) return order;
  const placed = new Set(order);
  return [...order, ...graph.steps.map(({ key }) => key).filter((key) => !placed.has(key))];
}

/** True when a path of edges leads from one step to another; a step reaches itself. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  return pathBetween(graph, from, to) !== null;
}

/** The shortest path of edges between two steps, both ends included; null when there is none. */
export function pathBetween(graph: Graph, from: string, to: string): readonly string[] | null {
  if (from === to) return [from];
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const key = queue[at] as string;
    for (const edge of graph.outOf.get(key) ?? []) {
      if (edge.to !== from && !cameFrom.has(edge.to)) {
        cameFrom.set(edge.to, key);
        if (edge.to === to) return backFrom(to, cameFrom);
        queue.push(edge.to);
      }
    }
  }
  return null;
}

function backFrom(to: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [to];
  for (let at = cameFrom.get(to); at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

/** All steps that are reached from one step, itself not included (but for a cycle). */
export function downstreamOf(graph: Graph, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    for (const edge of graph.outOf.get(queue[at] as string) ?? []) {
      if (!seen.has(edge.to)) {
        seen.add(edge.to);
        queue.push(edge.to);
      }
    }
  }
  return seen;
}

/**
 * One cycle for every knot of steps that wait for each other: keys in the order of the edges, the first not repeated at the end.
 * Steps that no cycle can hold are left out first, so a sound graph costs one pass.
 */
export function findCycles(graph: Graph): readonly (readonly string[])[] {
  const order = topologicalOrder(graph);
  const placed = new Set<string>();
  for (const key of order) {
    const ready = (graph.into.get(key) ?? []).every(({ from }) => placed.has(from));
    if (ready) placed.add(key);
  }
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const { key } of graph.steps) {
    if (placed.has(key) || done.has(key)) continue;
    const cycle = cycleThrough(graph, key);
    done.add(key);
    if (cycle === null) continue;
    for (const member of knotOf(graph, key)) done.add(member);
    cycles.push(cycle);
  }
  return cycles;
}

function cycleThrough(graph: Graph, key: string): string[] | null {
  let best: readonly string[] | null = null;
  for (const edge of graph.outOf.get(key) ?? []) {
    const back = pathBetween(graph, edge.to, key);
    if (back !== null && (best === null || back.length < best.length)) best = back;
  }
  if (best === null) return null;
  return [key, ...best.slice(0, -1)];
}

/** The steps that both reach a step and are reached from it. */
function knotOf(graph: Graph, key: string): string[] {
  return [...downstreamOf(graph, key)].filter((other) => reaches(graph, other, key));
}
