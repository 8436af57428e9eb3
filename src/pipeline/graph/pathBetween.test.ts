import { describe, expect, it } from "vitest";
import { definitionOf } from "../../testing/load";
import { lambda, pipeline, read } from "../../testing/steps";
import { deriveGraph, type Graph } from "./deriveGraph";
import { pathBetween } from "./order";

/** Each step reads those whose numbers it is given; larger numbers too, so there are cycles. */
function graphOf(reads: readonly (readonly number[])[]): Graph {
  const steps = reads.map((sources, index) => {
    const fields = sources.map((source) => [`from${source}`, read(`Steps.S${source}.OutputParameters['y']`)]);
    return lambda(`S${index}`, { Arguments: Object.fromEntries(fields) });
  });
  return deriveGraph(definitionOf(pipeline(steps)));
}

const reads = [[], [0], [0, 1], [2, 5], [], [3], [1, 4], [6, 2], [8]];

/** The number of edges between two steps, by widening from one; null where the other is never reached. */
function distance(graph: Graph, from: string, to: string): number | null {
  const seen = new Set([from]);
  for (let now = [from], far = 0; now.length > 0; far++) {
    if (now.includes(to)) return far;
    now = graph.edges.filter((edge) => now.includes(edge.from) && !seen.has(edge.to)).map((edge) => edge.to);
    for (const key of now) seen.add(key);
  }
  return null;
}

describe("the path between two steps", () => {
  const graph = graphOf(reads);
  const keys = graph.steps.map(({ key }) => key);
  const pairs = keys.flatMap((from) => keys.map((to) => [from, to] as const));

  it.each([
    ["asked from one step after the other", pairs],
    ["asked to one step after the other", pairs.map(([from, to]) => [to, from] as const)],
  ])("is a shortest one, %s", (_, asked) => {
    const anew = graphOf(reads);
    for (const [from, to] of asked) {
      const path = pathBetween(anew, from, to);
      expect(path === null ? null : path.length - 1, `${from} to ${to}`).toBe(distance(anew, from, to));
      for (const [i, key] of (path ?? []).slice(1).entries()) {
        expect(anew.into.get(key)?.some((edge) => edge.from === path?.[i])).toBe(true);
      }
    }
  });

  it("is there for most of these, and not for all", () => {
    const lengths = pairs.map(([from, to]) => pathBetween(graph, from, to)?.length ?? 0);
    expect(lengths.filter((length) => length === 0).length).toBeGreaterThan(5);
    expect(lengths.filter((length) => length > 2).length).toBeGreaterThan(5);
  });
});
