import { get, type ObjectValue, text } from "../definition/value";
import { stepTypeOf } from "../steps";
import type { OwnReason, PointsAt } from "./analyseStep";
import { analysisOf, listSteps, type StepEntry, stepsByKey } from "./stepTree";

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

/** The graph that was derived last. The next one is most likely the same after an edit, so most of it is there already. */
let last: Graph | null = null;

function derive(definition: ObjectValue): Graph {
  const steps = listSteps(definition);
  const byKey = stepsByKey(definition);
  const before = last !== null && haveSameKeys(last.steps, steps) ? last : null;
  last = before === null ? link(steps, byKey) : linkAgain(before, steps, byKey);
  return last;
}

function haveSameKeys(before: readonly StepEntry[], now: readonly StepEntry[]): boolean {
  if (before.length !== now.length) return false;
  for (let i = 0; i < now.length; i++) {
    const [old, entry] = [before[i] as StepEntry, now[i] as StepEntry];
    if (old !== entry && (old.key !== entry.key || old.parent !== entry.parent)) return false;
  }
  return true;
}

/** The same steps by key: where no step points at others than before, edges and tables are the same objects. */
function linkAgain(before: Graph, steps: readonly StepEntry[], byKey: ReadonlyMap<string, StepEntry>): Graph {
  for (let i = 0; i < steps.length; i++) {
    const entry = steps[i] as StepEntry;
    const container = entry.parent === null ? null : entry.parent;
    const isSame =
      entry === before.steps[i] && (container === null || byKey.get(container) === before.byKey.get(container));
    if (!isSame && edgesInto(entry, byKey, before.into.get(entry.key)) !== (before.into.get(entry.key) ?? noEdges)) {
      return link(steps, byKey, before);
    }
  }
  return { ...before, steps, byKey };
}

function link(steps: readonly StepEntry[], byKey: ReadonlyMap<string, StepEntry>, before?: Graph): Graph {
  const edges: Edge[] = [];
  const into = new Map<string, readonly Edge[]>();
  const outOf = new Map<string, Edge[]>();
  for (const entry of steps) {
    const mine = edgesInto(entry, byKey, before?.into.get(entry.key));
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

/** The edges into a step; those of `before`, as far as they say the same. */
function edgesInto(
  entry: StepEntry,
  byKey: ReadonlyMap<string, StepEntry>,
  before: readonly Edge[] = noEdges,
): readonly Edge[] {
  const analysis = analysisOf(entry);
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
  const edges = keepSame(before, makeEdges(entry, parentType, analysis.pointsAt, byKey, sources));
  analysis.memo = new MadeEdges(entry.key, entry.parent, parentType, entry.slot, sources, edges);
  return edges;
}

function keepSame(before: readonly Edge[], edges: readonly Edge[]): readonly Edge[] {
  if (edges.length === 0) return noEdges;
  const kept = edges.map((edge) => before.find((old) => isSameEdge(old, edge)) ?? edge);
  return kept.length === before.length && kept.every((edge, i) => edge === before[i]) ? before : kept;
}

function isSameEdge(left: Edge, right: Edge): boolean {
  return (
    left.id === right.id &&
    left.from === right.from &&
    left.reasons.length === right.reasons.length &&
    left.reasons.every((reason, i) => isSameReason(reason, right.reasons[i]))
  );
}

function isSameReason(left: Reason, right: Reason | undefined): boolean {
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
