import { get, type ObjectValue, text } from "../definition/value";
import { stepTypeOf } from "../steps";
import { analyseStep, type OwnReason, type PointsAt } from "./analyseStep";
import { listSteps, type StepEntry, stepsByKey } from "./stepTree";

export type Reason =
  | OwnReason
  | { readonly kind: "branch"; readonly slot: string; readonly label: string }
  | { readonly kind: "each"; readonly slot: string; readonly label: string };

/** A dependency between two steps: `to` waits for `from`, for each of its reasons. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly reasons: readonly Reason[];
}

export interface Graph {
  /** All steps in document order. */
  readonly steps: readonly StepEntry[];
  readonly byKey: ReadonlyMap<string, StepEntry>;
  readonly edges: readonly Edge[];
  /** Edges by the step they lead to, and by the step they come from. Steps without edges are not in the map. */
  readonly into: ReadonlyMap<string, readonly Edge[]>;
  readonly outOf: ReadonlyMap<string, readonly Edge[]>;
}

const remembered = new WeakMap<ObjectValue, Graph>();

/** Edges into one step, with what they were made from: the same step, container and set of sources give the same objects again. */
class MadeEdges {
  constructor(
    readonly key: string,
    readonly parent: string | null,
    readonly parentType: string,
    readonly slot: string | null,
    /** The names it points at that stand for a step. */
    readonly sources: readonly string[],
    readonly edges: readonly Edge[],
  ) {}
}

/**
 * Derives the dependency graph of a definition: never stored, always what the definition says. An unchanged step keeps its edge objects.
 * Names that no step has make no edge; where a name is doubled, references mean the first.
 */
export function deriveGraph(definition: ObjectValue): Graph {
  let graph = remembered.get(definition);
  if (graph === undefined) {
    graph = derive(definition);
    remembered.set(definition, graph);
  }
  return graph;
}

function derive(definition: ObjectValue): Graph {
  const steps = listSteps(definition);
  const byKey = stepsByKey(definition);
  const edges: Edge[] = [];
  const into = new Map<string, readonly Edge[]>();
  const outOf = new Map<string, Edge[]>();
  for (const entry of steps) {
    const mine = edgesInto(entry, byKey);
    if (mine.length === 0) continue;
    into.set(entry.key, mine);
    for (const edge of mine) {
      edges.push(edge);
      const list = outOf.get(edge.from);
      if (list === undefined) outOf.set(edge.from, [edge]);
      else list.push(edge);
    }
  }
  return { steps, byKey, edges, into, outOf };
}

const noEdges: readonly Edge[] = [];

function edgesInto(entry: StepEntry, byKey: ReadonlyMap<string, StepEntry>): readonly Edge[] {
  const analysis = analyseStep(entry.step);
  if (entry.parent === null && analysis.pointsAt.length === 0) return noEdges;
  const parentType = entry.parent === null ? "" : (byKey.get(entry.parent)?.type ?? "");
  const made = analysis.memo;
  if (
    made instanceof MadeEdges &&
    made.key === entry.key &&
    made.parent === entry.parent &&
    made.parentType === parentType &&
    made.slot === entry.slot &&
    sameSources(made.sources, analysis.pointsAt, byKey)
  ) {
    return made.edges;
  }
  const sources: string[] = [];
  const edges = makeEdges(entry, parentType, analysis.pointsAt, byKey, sources);
  analysis.memo = new MadeEdges(entry.key, entry.parent, parentType, entry.slot, sources, edges);
  return edges;
}

/** True when of the names that a step points at the same ones stand for a step as before. */
function sameSources(
  sources: readonly string[],
  pointsAt: readonly PointsAt[],
  byKey: ReadonlyMap<string, StepEntry>,
): boolean {
  let count = 0;
  for (const { name } of pointsAt) {
    if (byKey.has(name) && sources[count++] !== name) return false;
  }
  return count === sources.length;
}

/** The edges of a step, and in `sources` the names of those it points at that are there. */
function makeEdges(
  entry: StepEntry,
  parentType: string,
  pointsAt: readonly PointsAt[],
  byKey: ReadonlyMap<string, StepEntry>,
  sources: string[],
): Edge[] {
  const { key: to, parent } = entry;
  const edges: Edge[] = [];
  const slot = parent === null ? undefined : stepTypeOf(parentType).slots.find(({ key }) => key === entry.slot);
  const inSlot: Reason | null = slot === undefined ? null : { kind: slot.edge, slot: slot.key, label: slot.label };
  const own = inSlot === null ? undefined : pointsAt.find(({ name }) => name === parent);
  if (parent !== null && inSlot !== null) {
    const reasons = own !== undefined && byKey.has(parent) ? [inSlot, ...own.reasons] : [inSlot];
    edges.push({ id: `${parent}→${to}`, from: parent, to, reasons });
  }
  for (const point of pointsAt) {
    const { name: from, reasons } = point;
    if (!byKey.has(from)) continue;
    sources.push(from);
    if (point !== own) edges.push({ id: `${from}→${to}`, from, to, reasons });
  }
  return edges;
}

/** The display name of a step, else its name: for sentences and labels. */
export function titleOf(entry: StepEntry): string {
  return text(get(entry.step, "DisplayName")) || entry.name || "(no name)";
}
