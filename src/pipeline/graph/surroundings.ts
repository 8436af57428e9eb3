import { type Edge, type Edges, edgeId } from "./deriveGraph";

export interface Surroundings {
  /** The steps themselves among them. */
  readonly keys: ReadonlySet<string>;
  /** The edges between them that were followed, by `edgeId`. */
  readonly edges: ReadonlySet<string>;
}

/**
 * What steps are joined to: their neighbours, with the edges to them.
 * @param whole all that they come from and all that comes of them instead, however far; not what lies beside their path.
 */
export function surroundingsOf(graph: Edges, steps: Iterable<string>, whole = false): Surroundings {
  const begun = [...steps];
  const keys = new Set(begun);
  const edges = new Set<string>();
  const follow = (links: Edges["into"], far: (edge: Edge) => string) => {
    const seen = new Set(begun);
    let front: readonly string[] = begun;
    while (front.length > 0) {
      const next: string[] = [];
      for (const edge of front.flatMap((key) => links.get(key) ?? [])) {
        edges.add(edgeId(edge));
        const other = far(edge);
        if (whole && !seen.has(other)) next.push(other);
        seen.add(other);
        keys.add(other);
      }
      front = next;
    }
  };
  follow(graph.into, ({ from }) => from);
  follow(graph.outOf, ({ to }) => to);
  return { keys, edges };
}
