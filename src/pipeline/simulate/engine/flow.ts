/** What flowed along the edges in a simulation or an execution: the value of each reason, and whether anything went that way at all. */
import { samePath } from "../../definition/path";
import type { Value } from "../../definition/value";
import type { Edge, Graph, Reason } from "../../graph/deriveGraph";
import { analysisOf } from "../../graph/stepTree";
import { splitProperty } from "../../references/propertyPath";
import { type Outputs, outputAt, structureIn } from "../../steps/runs/values/outputs";
import { readJsonPath } from "../values/jsonPath";
import { branchOf } from "./plan";
import type { SimulatedStep, Simulation } from "./simulate";

export interface Flow {
  /** Whether the step at its end ran, and on account of this reason: the branch that was taken, the trigger that fired. */
  readonly flows: boolean;
  /** The values that a data reason carried, one for each run of the step that gave it; none for other reasons. */
  readonly values: readonly Value[];
}

const nothing: Flow = { flows: false, values: [] };

/** A run of a step, as much of it as tells what flowed: what it gave, a Condition's outcome. */
export type FlowingStep = Pick<SimulatedStep, "key" | "outcome" | "outputs">;

/** Tells what flowed along each reason of each edge, `steps` being those that ran; of a ForEach's body each step once an iteration. */
export function createFlows(steps: readonly FlowingStep[], graph: Graph): (edge: Edge, reason: Reason) => Flow {
  const runs = new Map<string, FlowingStep[]>();
  for (const step of steps) {
    const list = runs.get(step.key);
    if (list === undefined) runs.set(step.key, [step]);
    else list.push(step);
  }
  return (edge, reason) => {
    const from = runs.get(edge.from);
    const to = runs.get(edge.to);
    if (from === undefined) return nothing;
    const ran = to !== undefined;
    switch (reason.kind) {
      case "data":
        return { flows: ran, values: from.flatMap(({ outputs }) => valueFor(edge, reason, outputs, graph)) };
      case "branch":
        return { flows: ran && from[0]?.outcome === branchOf({ ...edge, reasons: [reason] }), values: [] };
      default:
        return { flows: ran, values: [] };
    }
  };
}

/** At most one value: what the reader gets, for a property file what stands at its JSON path. */
function valueFor(
  { from, to }: Edge,
  reason: Extract<Reason, { kind: "data" }>,
  outputs: Outputs,
  graph: Graph,
): readonly Value[] {
  const path = splitProperty(reason.output);
  const value = path === null ? undefined : outputAt(outputs, path);
  if (value === undefined) return [];
  const jsonPath = jsonPathOf(graph, from, to, reason);
  if (jsonPath === null) return [value];
  const content = typeof value === "string" ? (structureIn(value) ?? value) : value;
  const found = readJsonPath(content, jsonPath);
  return found.ok ? [found.value] : [];
}

function jsonPathOf(graph: Graph, from: string, to: string, reason: Extract<Reason, { kind: "data" }>): string | null {
  const entry = graph.byKey.get(to);
  const source = graph.byKey.get(from)?.name ?? from;
  if (entry === undefined || !reason.output.startsWith("PropertyFiles")) return null;
  const found = analysisOf(entry).references.find(({ reference, field, jsonPath }) => {
    if (reference.kind !== "step" || jsonPath === null) return false;
    return reference.step === source && reference.property === reason.output && samePath(field, reason.path);
  });
  return found?.jsonPath ?? null;
}

/**
 * The steps in the order in which they run; one that did not run stands behind what it waited for. Iterations stand by their round,
 * then by their item.
 */
export function inRunOrder({ steps }: Simulation, graph: Graph): readonly SimulatedStep[] {
  const rounds = new Map<string, number>();
  for (const { key, round } of steps) if (round !== null && !rounds.has(key)) rounds.set(key, round);
  const rankOf = (key: string): number => {
    const known = rounds.get(key);
    if (known !== undefined) return known;
    // In a circle of steps that wait for each other, each stands where it is come upon.
    rounds.set(key, 0);
    const rank = 1 + Math.max(-1, ...(graph.into.get(key) ?? []).map(({ from }) => rankOf(from)));
    rounds.set(key, rank);
    return rank;
  };
  const rank = new Map(steps.map((step) => [step, step.round ?? rankOf(step.key)]));
  return steps.toSorted((left, right) => (rank.get(left) ?? 0) - (rank.get(right) ?? 0));
}
