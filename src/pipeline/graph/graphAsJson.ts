import type { Edge, Graph, Reason } from "./deriveGraph";

/** Edges in the document order of the step they lead to, then of the step they come from. */
export function sortedEdges({ steps, edges }: Graph): readonly Edge[] {
  const rank = new Map(steps.map(({ key }, i) => [key, i]));
  const at = (key: string) => rank.get(key) ?? 0;
  return [...edges].sort((left, right) => at(left.to) - at(right.to) || at(left.from) - at(right.from));
}

/** Steps in document order, and the edges between them with all of their reasons, as plain values. */
export function graphAsJson(derived: Graph) {
  return {
    steps: derived.steps.map(({ key, type }) => ({ name: key, type })),
    edges: sortedEdges(derived).map(({ from, to, reasons }) => ({ from, to, reasons: reasons.map(reasonAsJson) })),
  };
}

function reasonAsJson(reason: Reason) {
  switch (reason.kind) {
    case "data":
      return { kind: reason.kind, output: reason.output, field: reason.field };
    case "order":
      return { kind: reason.kind, trigger: reason.trigger };
    default:
      return { kind: reason.kind };
  }
}
