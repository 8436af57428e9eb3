import type { ObjectValue } from "../definition/value";
import { deriveGraph, type Edge, edgeId } from "../graph/deriveGraph";

/** A dependency: `to` waits for `from`. */
export interface EdgeEnds {
  readonly from: string;
  readonly to: string;
}

/** The dependencies that only one of two definitions has; its reasons may differ where it stays: that is told of the fields. */
export function compareEdges(before: ObjectValue, after: ObjectValue) {
  const [olds, news] = [deriveGraph(before).edges, deriveGraph(after).edges];
  return { added: without(news, olds), removed: without(olds, news) };
}

function without(edges: readonly Edge[], others: readonly Edge[]): readonly EdgeEnds[] {
  const known = new Set(others.map(edgeId));
  return edges.filter((edge) => !known.has(edgeId(edge))).map(({ from, to }) => ({ from, to }));
}
