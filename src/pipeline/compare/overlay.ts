/** Two versions of a pipeline over each other: what a canvas needs to show both at once. */
import type { PipelineDocument, Position } from "../definition/document";
import type { ObjectValue } from "../definition/value";
import { deriveGraph, type Edge, edgeId, type Graph } from "../graph/deriveGraph";
import type { DefinitionChanges, StepChange } from "./changes";
import type { EdgeEnds } from "./compareEdges";
import { withRemovedSteps } from "./withRemovedSteps";
import { type Verb, verbsOf } from "./words";

export interface Overlay {
  /** The graph of both: the steps and edges that are gone stand in it too. */
  readonly graph: Graph;
  /** What happened to each step that differs, by its key. */
  readonly steps: ReadonlyMap<string, readonly Verb[]>;
  /** The edges that only one of the two has, by `edgeId`. */
  readonly edges: ReadonlyMap<string, "added" | "removed">;
}

/** What a comparison tells that an overlay is made of: `before` with its steps under the names that they have now. */
export interface Compared {
  readonly before: ObjectValue;
  readonly after: ObjectValue;
  readonly changes: DefinitionChanges;
  readonly edges: { readonly added: readonly EdgeEnds[]; readonly removed: readonly EdgeEnds[] };
}

/**
 * The document after with the steps in it that are gone, each where it stood, unless a new step stands there now: it then has no place, and
 * finds one beside. What has no place of its own takes the other's.
 */
export function overlayDocument(
  before: Pick<PipelineDocument, "layout" | "ways">,
  after: PipelineDocument,
  compared: Compared,
): PipelineDocument {
  const names = new Map(compared.changes.steps.flatMap(({ name, renamedFrom }) => oldName(name, renamedFrom)));
  const olds = [...before.layout].map(([key, place]) => [names.get(key) ?? key, place] as const);
  const layout = new Map([...olds, ...after.layout]);
  const placesOf = (change: StepChange["change"]) =>
    compared.changes.steps.flatMap((step) =>
      step.change === change ? [[step.name, layout.get(step.name)] as const] : [],
    );
  const added = placesOf("added");
  for (const [key, place] of placesOf("removed"))
    if (added.some(([, other]) => isNear(place, other))) layout.delete(key);
  return {
    ...after,
    definition: withRemovedSteps(compared.before, compared.after, compared.changes.steps),
    layout,
    ways: [...after.ways, ...before.ways],
    // What differs may lie in what is folded.
    folded: new Map(),
    samples: new Map(),
  };
}

/** So near that cards of the usual size, or the frame around one, would lie on each other. */
const near = { across: 270, down: 170 } as const;

function isNear(one: Position | undefined, other: Position | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.abs(one.x - other.x) < near.across && Math.abs(one.y - other.y) < near.down;
}

function oldName(name: string, renamedFrom: StepChange["renamedFrom"]): readonly (readonly [string, string])[] {
  return renamedFrom === null ? [] : [[renamedFrom, name]];
}

/** What is drawn over the document of `overlayDocument`, whose definition it is given. */
export function overlayOf(definition: ObjectValue, { before, changes, edges }: Compared): Overlay {
  const graph = deriveGraph(definition);
  const there = new Set(graph.edges.map(edgeId));
  const gone = deriveGraph(before).edges.filter(
    (edge) => !there.has(edgeId(edge)) && graph.byKey.has(edge.from) && graph.byKey.has(edge.to),
  );
  return {
    graph: withEdges(graph, gone),
    steps: new Map(changes.steps.map((step) => [step.name, verbsOf(step)])),
    edges: new Map([
      ...edges.removed.map((edge) => [edgeId(edge), "removed"] as const),
      ...edges.added.map((edge) => [edgeId(edge), "added"] as const),
    ]),
  };
}

function withEdges(graph: Graph, more: readonly Edge[]): Graph {
  if (more.length === 0) return graph;
  const into = new Map(graph.into);
  const outOf = new Map(graph.outOf);
  for (const edge of more) {
    into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
    outOf.set(edge.from, [...(outOf.get(edge.from) ?? []), edge]);
  }
  return { ...graph, edges: [...graph.edges, ...more], into, outOf };
}
