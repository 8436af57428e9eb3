/**
 * A graph on its way to the worker and back, as many small texts: copied as one object, thousands of steps keep the page from answering
 * while they are copied. The same on both sides.
 */
import type { ElkEdge, ElkNode } from "../../../pipeline/layout/elk/elkNode";

/** What the worker is told: a graph to lay out. */
export interface Wish {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What it answers: the graph with coordinates, or why there is none. */
export type Answer = { readonly id: number } & ({ readonly texts: readonly string[] } | { readonly error: string });

/** A node without what lies in it, and the number of the one around it. */
type NodeRecord = readonly [around: number, node: Omit<ElkNode, "children" | "edges">];
/** Edges, and the number of the node that has them. */
type EdgesRecord = readonly [of: number, edges: readonly ElkEdge[]];

interface Chunk {
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgesRecord[];
}

const together = 100;

/** Writes a graph down, a chunk a part. */
export function* textsInParts(graph: ElkNode): Generator<undefined, string[]> {
  const texts: string[] = [];
  let nodes: NodeRecord[] = [];
  let edges: EdgesRecord[] = [];
  const write = (chunk: Chunk) => {
    texts.push(JSON.stringify(chunk));
    nodes = [];
    edges = [];
  };
  const waiting: { readonly around: number; readonly node: ElkNode }[] = [{ around: -1, node: graph }];
  for (let number = 0; number < waiting.length; number++) {
    const { around, node } = waiting[number] ?? { around: -1, node: graph };
    const { children = [], edges: own = [], ...rest } = node;
    nodes.push([around, rest]);
    for (const child of children) waiting.push({ around: number, node: child });
    for (let at = 0; at < own.length; at += together) {
      edges.push([number, own.slice(at, at + together)]);
      write({ nodes, edges });
      yield;
    }
    if (nodes.length < together) continue;
    write({ nodes, edges });
    yield;
  }
  write({ nodes, edges });
  return texts;
}

/** Reads it again, a chunk a part. */
export function* graphInParts(texts: readonly string[]): Generator<undefined, ElkNode> {
  const made: { children?: ElkNode[]; edges?: ElkEdge[] }[] = [];
  for (const text of texts) {
    const { nodes, edges }: Chunk = JSON.parse(text);
    for (const [around, node] of nodes) {
      const whole: ElkNode & (typeof made)[number] = node;
      made.push(whole);
      const parent = made[around];
      if (parent === undefined) continue;
      parent.children ??= [];
      parent.children.push(whole);
    }
    for (const [of, own] of edges) {
      const parent = made[of];
      if (parent === undefined) continue;
      parent.edges ??= [];
      parent.edges.push(...own);
    }
    yield;
  }
  const [root] = made;
  if (root === undefined) throw new Error("There is no graph in these texts.");
  return root as ElkNode;
}
