import { withRemovedSteps } from "../../pipeline/compare/withRemovedSteps";
import { verbsOf } from "../../pipeline/compare/words";
import { type Diagram, type DiagramEdge, diagramOf, type Node } from "../diagram/diagram";
import { flowchart } from "../mermaid";
import type { Comparison } from "./comparison";

/** How a step of each fate looks, and the sign before its name for whoever sees no colours. Those of GitHub's own diffs. */
const fates = {
  added: { sign: "+ ", look: "fill:#dafbe1,stroke:#1a7f37,color:#1f2328" },
  removed: { sign: "− ", look: "fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-dasharray:5 3" },
  changed: { sign: "~ ", look: "fill:#fff8c5,stroke:#9a6700,color:#1f2328" },
} as const;
type Fate = keyof typeof fates;

/** Both definitions in one flowchart of Mermaid: what is new in green, what is gone in red, what changed in amber. */
export function comparisonAsMermaid({ changes, edges, before, after }: Comparison): string {
  const merged = diagramOf(withRemovedSteps(before, after, changes.steps));
  const old = diagramOf(before);
  const ids = idsByKey(merged);
  const fateOf = new Map(
    changes.steps.flatMap((step): [string, Fate][] => {
      const id = ids.get(step.name);
      const [verb] = verbsOf(step);
      return id === undefined ? [] : [[id, verb === "added" || verb === "removed" ? verb : "changed"]];
    }),
  );
  const gone = removedEdges(edges.removed, old, ids, merged);
  const diagram = { ...merged, edges: [...merged.edges, ...gone] };
  const signs = new Map([...fateOf].map(([id, fate]) => [id, fates[fate].sign]));
  const fresh = new Set(edges.added.map(({ from, to }) => `${ids.get(from)} ${ids.get(to)}`));
  const isFresh = ({ from, to }: DiagramEdge) => fresh.has(`${from} ${to}`) || fateOf.get(to) === "added";
  const isGone = (edge: DiagramEdge) => gone.includes(edge) || fateOf.get(edge.to) === "removed";
  return [
    flowchart(diagram, signs),
    ...Object.entries(fates).flatMap(([fate, { look }]) => {
      const marked = [...fateOf].flatMap(([id, its]) => (its === fate ? [id] : []));
      return marked.length === 0 ? [] : [`  classDef ${fate} ${look}\n`, `  class ${marked.join(",")} ${fate}\n`];
    }),
    linkStyle(diagram, (edge) => isFresh(edge) && !isGone(edge), "stroke:#1a7f37,stroke-width:2px"),
    linkStyle(diagram, isGone, "stroke:#cf222e,stroke-dasharray:5 3"),
  ].join("");
}

function idsByKey({ nodes }: Diagram): ReadonlyMap<string, string> {
  const inside = (node: Node): Node[] => [node, ...node.clusters.flatMap((cluster) => cluster.nodes.flatMap(inside))];
  return new Map(nodes.flatMap(inside).map(({ id, entry }) => [entry.key, id]));
}

/** The lines that are gone, as they were, between the steps as they are called in the merged diagram. */
function removedEdges(
  removed: Comparison["edges"]["removed"],
  old: Diagram,
  ids: ReadonlyMap<string, string>,
  merged: Diagram,
): readonly DiagramEdge[] {
  const oldIds = idsByKey(old);
  const drawn = new Set(merged.edges.map(({ from, to }) => `${from} ${to}`));
  return removed.flatMap(({ from, to }) => {
    const [start, end] = [ids.get(from), ids.get(to)];
    const edge = old.edges.find((one) => one.from === oldIds.get(from) && one.to === oldIds.get(to));
    if (start === undefined || end === undefined || edge === undefined || drawn.has(`${start} ${end}`)) return [];
    return [{ ...edge, from: start, to: end }];
  });
}

/** Mermaid counts its links as they are written: those into branches and bodies stand before the edges. */
function linkStyle({ nodes, edges }: Diagram, isMarked: (edge: DiagramEdge) => boolean, style: string): string {
  const clustersIn = (node: Node): number =>
    node.clusters.reduce((count, { nodes }) => count + 1 + nodes.reduce((sum, inner) => sum + clustersIn(inner), 0), 0);
  const first = nodes.reduce((sum, node) => sum + clustersIn(node), 0);
  const marked = edges.flatMap((edge, index) => (isMarked(edge) ? [first + index] : []));
  return marked.length === 0 ? "" : `  linkStyle ${marked.join(",")} ${style}\n`;
}
