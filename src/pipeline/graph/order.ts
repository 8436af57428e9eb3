import { oncePerObject } from "../remember";
import type { Edge, Graph } from "./deriveGraph";

/**
 * Steps in an order in which each comes after all it waits for; ties in document order. Steps of a cycle, and what waits for them,
 * come last, in document order.
 */
export function topologicalOrder(graph: Graph): readonly string[] {
  const order = soundOrder(graph);
  return order.length === graph.steps.length ? order : withTheRest(order, graph.keys);
}

const withTheRest = oncePerObject((order: readonly string[], keys: readonly string[]): readonly string[] => {
  const placed = new Set(order);
  return [...order, ...keys.filter((key) => !placed.has(key))];
});

/** The steps that can start some time: all but those of a cycle and those that wait for one. */
function soundOrder({ keys, into, outOf }: Graph): readonly string[] {
  return kahnsOrder(keys, into, outOf);
}

/** Graphs of the same steps and edges share it. */
const kahnsOrder = oncePerObject((keys: Graph["keys"], into: Graph["into"], outOf: Graph["outOf"]) => {
  const waiting = new Map<string, number>();
  const order: string[] = [];
  for (const key of keys) {
    const count = into.get(key)?.length ?? 0;
    if (count === 0) order.push(key);
    else waiting.set(key, count);
  }
  for (let at = 0; at < order.length; at++) {
    for (const edge of outOf.get(order[at] as string) ?? []) {
      const left = (waiting.get(edge.to) ?? 0) - 1;
      waiting.set(edge.to, left);
      if (left === 0) order.push(edge.to);
    }
  }
  return order;
});

/** True when a path of edges leads from one step to another; a step reaches itself. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  return pathBetween(graph, from, to) !== null;
}

/** The shortest path of edges between two steps, both ends included; null when there is none. */
export function pathBetween(graph: Graph, from: string, to: string): readonly string[] | null {
  if (from === to) return [from];
  const { forwards, backwards } = searchedIn(graph.outOf);
  // Whoever asks for one step asks for it with all others, at either end: a list says of each step whether it would close a cycle.
  const isFirst = !forwards.has(from);
  if (isFirst && backwards.get(to)?.has(from) === false) return null;
  const cameFrom = searched(forwards, from, () => searchFrom(graph, from));
  if (cameFrom.has(to)) return backFrom(to, cameFrom);
  if (isFirst) searched(backwards, to, () => upstreamOf(graph, to));
  return null;
}

interface Searched {
  /** By the step that a search began at: for each step that it reached the one before. */
  readonly forwards: Map<string, ReadonlyMap<string, string>>;
  /** By a step: those that lead to it. */
  readonly backwards: Map<string, ReadonlySet<string>>;
}
/** By the table of edges: graphs of the same steps and edges share it. */
const searchedIn = oncePerObject((_: Graph["outOf"]): Searched => ({ forwards: new Map(), backwards: new Map() }));

const mostSearches = 50;

function searched<T>(known: Map<string, T>, key: string, search: () => T): T {
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= mostSearches) known.clear();
    found = search();
    known.set(key, found);
  }
  return found;
}

function searchFrom(graph: Graph, from: string): ReadonlyMap<string, string> {
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const key = queue[at] as string;
    for (const edge of graph.outOf.get(key) ?? []) {
      if (edge.to === from || cameFrom.has(edge.to)) continue;
      cameFrom.set(edge.to, key);
      queue.push(edge.to);
    }
  }
  return cameFrom;
}

/** All steps that lead to one step, itself not included (but for a cycle). */
export function upstreamOf({ into }: Graph, to: string): ReadonlySet<string> {
  return reached(to, into, ({ from }) => from);
}

function backFrom(to: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [to];
  for (let at = cameFrom.get(to); at !== undefined; at = cameFrom.get(at)) path.push(at);
  return path.reverse();
}

/** All steps that are reached from one step, itself not included (but for a cycle). */
export function downstreamOf({ outOf }: Graph, from: string): ReadonlySet<string> {
  return reached(from, outOf, ({ to }) => to);
}

function reached(start: string, edges: Graph["into"], next: (edge: Edge) => string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    for (const edge of edges.get(queue[at] as string) ?? []) {
      const key = next(edge);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(key);
    }
  }
  return seen;
}

/**
 * One cycle for every knot of steps that wait for each other: keys in the order of the edges, the first not repeated at the end.
 * Steps that no cycle can hold are left out first, so a sound graph costs one pass.
 */
export function findCycles(graph: Graph): readonly (readonly string[])[] {
  if (isWrittenInOrder(graph)) return [];
  const sound = soundOrder(graph);
  if (sound.length === graph.steps.length) return [];
  const done = new Set(sound);
  const cycles: string[][] = [];
  for (const key of graph.keys) {
    if (done.has(key)) continue;
    const after = downstreamOf(graph, key);
    const before = upstreamOf(graph, key);
    done.add(key);
    if (!after.has(key)) continue;
    cycles.push(shortestCycle(graph, key));
    for (const member of after) if (before.has(member)) done.add(member);
  }
  return cycles;
}

/** True where each step stands behind all it waits for: most definitions are written so, and nothing needs to be sorted. */
function isWrittenInOrder({ keys, into }: Graph): boolean {
  const passed = new Set<string>();
  for (const key of keys) {
    for (const { from } of into.get(key) ?? []) if (!passed.has(from)) return false;
    passed.add(key);
  }
  return true;
}

/** The way back to a step that waits for itself. */
function shortestCycle(graph: Graph, key: string): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [key];
  for (let at = 0; at < queue.length; at++) {
    const from = queue[at] as string;
    for (const { to } of graph.outOf.get(from) ?? []) {
      if (to === key) return from === key ? [key] : backFrom(from, cameFrom);
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, from);
      queue.push(to);
    }
  }
  return [key];
}
