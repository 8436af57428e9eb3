import { get, type ObjectValue, text } from "../definition/value";
import { stepTypeOf } from "../steps";
import { analyseStep, type OwnReason } from "./analyseStep";
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
  if (entry.parent === null && analysis.reasons.size === 0) return noEdges;
  const parentType = entry.parent === null ? "" : (byKey.get(entry.parent)?.type ?? "");
  const made = analysis.memo;
  if (
    made instanceof MadeEdges &&
    made.key === entry.key &&
    made.parent === entry.parent &&
    made.parentType === parentType &&
    made.slot === entry.slot &&
    sameSources(made.sources, analysis.reasons, byKey)
  ) {
    return made.edges;
  }
  const sources: string[] = [];
  for (const name of analysis.reasons.keys()) if (byKey.has(name)) sources.push(name);
  const edges = makeEdges(entry, parentType, sources);
  analysis.memo = new MadeEdges(entry.key, entry.parent, parentType, entry.slot, sources, edges);
  return edges;
}

/** True when of the names that a step points at the same ones stand for a step as before. */
function sameSources(
  sources: readonly string[],
  reasons: ReadonlyMap<string, unknown>,
  byKey: ReadonlyMap<string, StepEntry>,
): boolean {
  let count = 0;
  for (const name of reasons.keys()) {
    if (byKey.has(name) && sources[count++] !== name) return false;
  }
  return count === sources.length;
}

function makeEdges(entry: StepEntry, parentType: string, sources: readonly string[]): Edge[] {
  const { reasons } = analyseStep(entry.step);
  const bySource = new Map<string, readonly Reason[]>();
  if (entry.parent !== null) {
    const slot = stepTypeOf(parentType).slots.find(({ key }) => key === entry.slot);
    if (slot !== undefined) bySource.set(entry.parent, [{ kind: slot.edge, slot: slot.key, label: slot.label }]);
  }
  for (const name of sources) {
    const own = reasons.get(name) ?? [];
    const before = bySource.get(name);
    bySource.set(name, before === undefined ? own : [...before, ...own]);
  }
  const edges: Edge[] = [];
  for (const [from, list] of bySource) edges.push({ id: `${from}→${entry.key}`, from, to: entry.key, reasons: list });
  return edges;
}

/** The display name of a step, else its name: for sentences and labels. */
export function titleOf(entry: StepEntry): string {
  return text(get(entry.step, "DisplayName")) || entry.name || "(no name)";
}
