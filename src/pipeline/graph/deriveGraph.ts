import { append } from "../definition/shortList";
import type { ObjectValue } from "../definition/value";
import { keepSame, oncePerObject } from "../remember";
import { stepTypeOf } from "../steps";
import type { OwnReason } from "./analyseStep";
import { analysisOf, readSteps, type StepEntry, type StepTree } from "./stepTree";

export type Reason =
  | OwnReason
  | { readonly kind: "branch"; readonly slot: string; readonly label: string }
  | { readonly kind: "each"; readonly slot: string; readonly label: string };

/** A dependency between two steps: `to` waits for `from`, for each of its reasons. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly reasons: readonly Reason[];
}

/** What tells an edge apart from all others of its definition. */
export function edgeId({ from, to }: Pick<Edge, "from" | "to">): string {
  return `${from}→${to}`;
}

/** The edges of a definition. Those of two definitions are the same object where all edges are. */
export interface Edges {
  /** Of all steps, in their order. */
  readonly keys: readonly string[];
  readonly edges: readonly Edge[];
  /** Edges by the step they lead to, and by the step they come from. Steps without edges are not in the map. */
  readonly into: ReadonlyMap<string, readonly Edge[]>;
  readonly outOf: ReadonlyMap<string, readonly Edge[]>;
}

export interface Graph extends StepTree, Edges {}

const graphOf = oncePerObject((definition: ObjectValue): Graph => derive(definition));

/**
 * Derives the dependency graph of a definition: never stored in it, always what it says. Remembered by the definition object.
 * Names that no step has make no edge; where a name is doubled, references mean the first.
 *
 * @param before the graph of another definition, most likely the same before an edit: what is equal is the same object again, entries,
 *   edges, lists and tables.
 */
export function deriveGraph(definition: ObjectValue, before?: Graph): Graph {
  return before === undefined ? graphOf(definition) : graphOf.put(definition, derive(definition, before));
}

/** The same in many small parts: what each step says of others is read first. */
export function* deriveGraphInParts(definition: ObjectValue): Generator<undefined, Graph> {
  for (const entry of readSteps(definition).steps) {
    analysisOf(entry);
    yield;
  }
  return deriveGraph(definition);
}

function derive(definition: ObjectValue, before?: Graph): Graph {
  const tree = readSteps(definition, before);
  const { keys, edges, into, outOf } = before !== undefined && stayLinked(before, tree) ? before : link(tree, before);
  const { steps, byKey, top } = tree;
  // Written out: of what is spread the engine forgets the form, and compiles anew whatever reads a graph.
  return { steps, byKey, top, keys, edges, into, outOf };
}

/** True where the same steps stand in the same order, and each points at the same others for the same reasons as before. */
function stayLinked(before: Graph, { steps, byKey }: StepTree): boolean {
  if (before.steps.length !== steps.length) return false;
  for (let i = 0; i < steps.length; i++) {
    const [old, entry] = [before.steps[i] as StepEntry, steps[i] as StepEntry];
    if (old !== entry && (old.key !== entry.key || old.parent !== entry.parent)) return false;
  }
  return steps.every((entry, i) => {
    if (entry === before.steps[i] && hasSameContainer(entry, before.byKey, byKey)) return true;
    const edges = before.into.get(entry.key) ?? noEdges;
    return edgesInto(entry, byKey, edges) === edges;
  });
}

function hasSameContainer(
  { parent }: StepEntry,
  before: ReadonlyMap<string, StepEntry>,
  now: ReadonlyMap<string, StepEntry>,
): boolean {
  return parent === null || before.get(parent)?.type === now.get(parent)?.type;
}

function link({ steps, byKey }: StepTree, before?: Edges): Edges {
  const keys: string[] = [];
  const edges: Edge[] = [];
  const into = new Map<string, readonly Edge[]>();
  const outOf = new Map<string, readonly Edge[]>();
  for (const entry of steps) {
    keys.push(entry.key);
    const mine = edgesInto(entry, byKey, before?.into.get(entry.key));
    if (mine.length === 0) continue;
    into.set(entry.key, mine);
    for (const edge of mine) {
      edges.push(edge);
      const list = outOf.get(edge.from) as Edge[] | undefined;
      const longer = append(list ?? null, edge);
      if (longer !== list) outOf.set(edge.from, longer);
    }
  }
  if (before !== undefined) for (const [key, list] of outOf) outOf.set(key, keepSame(before.outOf.get(key), list));
  return { keys: keepSame(before?.keys, keys), edges, into, outOf };
}

const noEdges: readonly Edge[] = [];

/** The edges into a step; those of `before`, as far as they say the same. */
function edgesInto(
  entry: StepEntry,
  byKey: ReadonlyMap<string, StepEntry>,
  before: readonly Edge[] = noEdges,
): readonly Edge[] {
  const edges = makeEdges(entry, byKey);
  if (before.length === 0 || edges.length === 0) return edges;
  return keepSame(
    before,
    edges.map((edge) => before.find((old) => isSameEdge(old, edge)) ?? edge),
  );
}

function isSameEdge(left: Edge, right: Edge): boolean {
  return (
    left.from === right.from &&
    left.to === right.to &&
    left.reasons.length === right.reasons.length &&
    left.reasons.every((reason, i) => isSameReason(reason, right.reasons[i]))
  );
}

function isSameReason(left: Reason, right: Reason | undefined): boolean {
  if (left === right) return true;
  if (right === undefined) return false;
  switch (left.kind) {
    case "data":
      return right.kind === "data" && left.output === right.output && left.field === right.field;
    case "order":
      return right.kind === "order" && left.trigger === right.trigger && left.index === right.index;
    default:
      return right.kind === left.kind && left.slot === right.slot && left.label === right.label;
  }
}

function makeEdges(entry: StepEntry, byKey: ReadonlyMap<string, StepEntry>): readonly Edge[] {
  const { pointsAt } = analysisOf(entry);
  const { key: to, parent } = entry;
  if (parent === null && pointsAt.length === 0) return noEdges;
  let edges: Edge[] | null = null;
  const inSlot = slotReason(entry, byKey);
  if (parent !== null && inSlot !== null) {
    const own = byKey.has(parent) ? pointsAt.find(({ name }) => name === parent) : undefined;
    edges = [{ from: parent, to, reasons: [inSlot, ...(own?.reasons ?? [])] }];
  }
  for (const { name, reasons } of pointsAt) {
    const source = byKey.get(name);
    if (source === undefined || (inSlot !== null && name === parent)) continue;
    edges = append(edges, { from: source.key, to, reasons });
  }
  return edges ?? noEdges;
}

/** The branch, or the loop's body, that a step lies in: it waits for its container. */
function slotReason({ parent, slot }: StepEntry, byKey: ReadonlyMap<string, StepEntry>): Reason | null {
  if (parent === null) return null;
  const found = stepTypeOf(byKey.get(parent)?.type ?? "").slots.find(({ key }) => key === slot);
  return found === undefined ? null : { kind: found.edge, slot: found.key, label: found.label };
}
