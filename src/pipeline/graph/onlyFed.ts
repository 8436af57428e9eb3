import type { Edge, Graph } from "./deriveGraph";
import type { StepEntry } from "./stepTree";

/**
 * The steps that run only after these ones: everything that each of them waits for lies among these steps, or among the others found.
 * They are looked for where the first of these steps lies.
 */
export function fedOnlyBy(graph: Graph, keys: readonly string[]): readonly string[] {
  return closure(graph, keys, (key) => (graph.into.get(key) ?? []).filter(isOwn).map(({ from }) => from));
}

/** The steps that only these ones wait for: all that each of them leads to lies among these steps, or among the others found. */
export function neededOnlyBy(graph: Graph, keys: readonly string[]): readonly string[] {
  return closure(graph, keys, (key) => (graph.outOf.get(key) ?? []).filter(isOwn).map(({ to }) => to));
}

/** A branch or a loop around a step is its place, not what it waits for. */
function isOwn({ reasons }: Edge): boolean {
  return reasons.some(({ kind }) => kind === "data" || kind === "order");
}

function closure(graph: Graph, keys: readonly string[], neighbours: (key: string) => string[]): readonly string[] {
  const home = graph.byKey.get(keys[0] ?? "");
  if (home === undefined) return [];
  const inside = childrenOf(graph);
  const held = new Set(keys.flatMap((key) => [key, ...within(inside, key)]));
  const found: string[] = [];
  let candidates = graph.steps.filter((entry) => isSibling(entry, home) && !held.has(entry.key));
  for (let before = -1; before !== found.length; ) {
    before = found.length;
    candidates = candidates.filter(({ key }) => {
      const all = [key, ...within(inside, key)];
      const met = all.flatMap(neighbours).filter((other) => !all.includes(other));
      if (met.length === 0 || !met.every((other) => held.has(other))) return true;
      for (const one of all) held.add(one);
      found.push(key);
      return false;
    });
  }
  return graph.steps.flatMap(({ key }) => (found.includes(key) ? [key] : []));
}

function isSibling({ parent, slot }: StepEntry, home: StepEntry): boolean {
  return parent === home.parent && slot === home.slot;
}

function childrenOf({ steps }: Graph): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { key, parent } of steps) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), key]);
  }
  return children;
}

function within(children: ReadonlyMap<string, readonly string[]>, key: string): string[] {
  return (children.get(key) ?? []).flatMap((child) => [child, ...within(children, child)]);
}
