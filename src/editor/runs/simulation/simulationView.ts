/** What the canvas shows of a simulation. What stayed the same keeps its object, so that only what changed is drawn anew. */

import { linesOf } from "../../../pipeline/card/lines";
import type { Value } from "../../../pipeline/definition/value";
import type { Graph } from "../../../pipeline/graph/deriveGraph";
import { createFlows } from "../../../pipeline/simulate/engine/flow";
import type { SimulatedStep, Simulation } from "../../../pipeline/simulate/engine/simulate";
import { shownValue } from "../../../pipeline/simulate/values/valueRows";
import type { LineFlow, SimulationView, StepRun } from "../../session/editorState";

export function simulationViewOf(simulation: Simulation, graph: Graph, before: SimulationView | null): SimulationView {
  const steps = new Map<string, StepRun>();
  for (const step of simulation.steps) {
    const run = runOf(step);
    const other = steps.get(step.key);
    // Of several iterations a failed one is told of.
    if (other === undefined || (run.status === "Failed" && other.status !== "Failed")) steps.set(step.key, run);
  }
  const flowOf = createFlows(simulation, graph);
  const lines = new Map<string, LineFlow>();
  for (const edge of graph.edges) {
    for (const line of linesOf(edge, graph)) {
      const { flows, values } = flowOf(edge, line.reason);
      lines.set(line.id, { flows, label: labelOf(values), value: values.length === 0 ? null : listed(values) });
    }
  }
  return { steps: keepSame(steps, before?.steps), lines: keepSame(lines, before?.lines) };
}

function runOf({ status, outcome, why, failureReason }: SimulatedStep): StepRun {
  return {
    status,
    simulated: true,
    ...(outcome === null ? {} : { outcome: outcome ? "True" : "False" }),
    ...(failureReason === null ? {} : { failureReason }),
    ...(why === null ? {} : { why }),
  };
}

const longest = 22;

/** A value as it fits on a line: the end of a long one tells more than its beginning (`…/train.csv`). */
export function shortValue(value: Value): string {
  const text = shownValue(value).replaceAll(/\s+/g, " ");
  if (text === "") return '""';
  if (text.length <= longest) return text;
  const isLocation = /^(s3:\/\/|arn:|https?:\/\/|\/)/.test(text);
  return isLocation ? `…${text.slice(1 - longest)}` : `${text.slice(0, longest - 1)}…`;
}

function labelOf(values: readonly Value[]): string | null {
  const [first] = values;
  if (first === undefined) return null;
  const others = values.length - 1;
  return others === 0 ? shortValue(first) : `${shortValue(first)} + ${others} more`;
}

function listed(values: readonly Value[]): string {
  return values.map(shownValue).join(", ");
}

function keepSame<T extends object>(
  made: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  if (before === undefined) return made;
  const kept = new Map<string, T>();
  let changed = made.size !== before.size;
  for (const [key, value] of made) {
    const old = before.get(key);
    const same = old !== undefined && sameFields(old, value);
    kept.set(key, same ? old : value);
    if (!same) changed = true;
  }
  return changed ? kept : before;
}

/** All members are texts, booleans and nulls. */
function sameFields<T extends object>(left: T, right: T): boolean {
  const [ours, theirs] = [Object.entries(left), new Map(Object.entries(right))];
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.get(key) === value);
}
