import type { ObjectValue } from "../../pipeline/definition/value";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { allLines } from "../../pipeline/layout/route";

/** A definition as languages of diagrams have it: nodes, clusters of the steps in a slot, edges with what stands on them. */
export interface Diagram {
  /** The steps at the top, in document order. */
  readonly nodes: readonly Node[];
  readonly edges: readonly DiagramEdge[];
}

export interface Node {
  /** Of letters and digits alone, whatever the step is called. */
  readonly id: string;
  readonly entry: StepEntry;
  /** Those of its slots that hold steps. */
  readonly clusters: readonly Cluster[];
}

export interface Cluster {
  readonly id: string;
  /** What leads there: True, False, Each. */
  readonly label: string;
  readonly nodes: readonly Node[];
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  /** One for each reason; none for order after success. */
  readonly labels: readonly string[];
  /** True where nothing but order joins the two. */
  readonly isOrder: boolean;
}

/** Branches and bodies are clusters, so the edges that lead into them from their container are left out. */
export function diagramOf(definition: ObjectValue): Diagram {
  const graph = deriveGraph(definition);
  const ids = new Map(graph.keys.map((key, index) => [key, `s${index + 1}`]));
  const children = new Map<string, StepEntry[]>();
  for (const entry of graph.steps) {
    const place = placeOf(entry.parent, entry.slot);
    const list = children.get(place);
    if (list === undefined) children.set(place, [entry]);
    else list.push(entry);
  }
  const nodesIn = (parent: string | null, slot: string | null): Node[] =>
    (children.get(placeOf(parent, slot)) ?? []).map((entry) => {
      const id = ids.get(entry.key) ?? "";
      const clusters = entry.stepType.slots.flatMap(({ key, label }): Cluster[] => {
        const nodes = nodesIn(entry.key, key);
        return nodes.length === 0 ? [] : [{ id: `${id}_${key}`, label, nodes }];
      });
      return { id, entry, clusters };
    });
  return { nodes: nodesIn(null, null), edges: edgesOf(graph, ids) };
}

function placeOf(parent: string | null, slot: string | null): string {
  return JSON.stringify([parent, slot]);
}

function edgesOf(graph: Graph, ids: ReadonlyMap<string, string>): DiagramEdge[] {
  const byEnds = new Map<string, { from: string; to: string; labels: string[]; isOrder: boolean }>();
  for (const { from, to, label, reason } of allLines(graph)) {
    if (reason.kind === "branch" || reason.kind === "each") continue;
    const ends = JSON.stringify([from, to]);
    const edge = byEnds.get(ends) ?? { from: ids.get(from) ?? "", to: ids.get(to) ?? "", labels: [], isOrder: true };
    if (label !== "" && !edge.labels.includes(label)) edge.labels.push(label);
    if (reason.kind === "data") edge.isOrder = false;
    byEnds.set(ends, edge);
  }
  return [...byEnds.values()];
}
