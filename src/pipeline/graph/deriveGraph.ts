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
interface MadeEdges {
  readonly key: string;
  readonly parent: string | null;
  readonly parentType: string;
  readonly slot: string | null;
  readonly sources: string;
  readonly edges: readonly Edge[];
}
const madeByStep = new WeakMap<ObjectValue, MadeEdges>();

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

function edgesInto(entry: StepEntry, byKey: ReadonlyMap<string, StepEntry>): readonly Edge[] {
  const { reasons } = analyseStep(entry.step);
  const parentType = entry.parent === null ? "" : (byKey.get(entry.parent)?.type ?? "");
  const sources = [...reasons.keys()].filter((name) => byKey.has(name)).join("\n");
  const made = madeByStep.get(entry.step);
  const same =
    made !== undefined &&
    made.key === entry.key &&
    made.parent === entry.parent &&
    made.parentType === parentType &&
    made.slot === entry.slot &&
    made.sources === sources;
  if (same) return made.edges;
  const edges = makeEdges(entry, parentType, sources === "" ? [] : sources.split("\n"));
  madeByStep.set(entry.step, { key: entry.key, parent: entry.parent, parentType, slot: entry.slot, sources, edges });
  return edges;
}

function makeEdges(entry: StepEntry, parentType: string, sources: readonly string[]): Edge[] {
  const { reasons } = analyseStep(entry.step);
  const bySource = new Map<string, readonly Reason[]>();
  if (entry.parent !== null) {
    const slot = stepTypeOf(parentType).slots.find(({ key }) => key === entry.slot);
    if (slot !== undefined) bySource.set(entry.parent, [{ kind: slot.edge, slot: slot.key, label: slot.label }]);
  }
  for (const name of sources) bySource.set(name, [...(bySource.get(name) ?? []), ...(reasons.get(name) ?? [])]);
  return [...bySource].map(([from, list]) => ({ id: `${from}→${entry.key}`, from, to: entry.key, reasons: list }));
}

/** The display name of a step, else its name: for sentences and labels. */
export function titleOf(entry: StepEntry): string {
  return text(get(entry.step, "DisplayName")) || entry.name || "(no name)";
}
