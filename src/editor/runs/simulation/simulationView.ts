/** What the canvas shows of a simulation. What stayed the same keeps its object, so that only what changed is drawn anew. */
import type { Graph } from "../../../pipeline/graph/deriveGraph";
import type { SimulatedStep, Simulation } from "../../../pipeline/simulate/engine/simulate";
import type { SimulationView, StepRun } from "../../session/editorState";
import { keepSame } from "../flows/keepSame";
import { lineFlowsOf } from "../flows/lineFlows";

export function simulationViewOf(simulation: Simulation, graph: Graph, before: SimulationView | null): SimulationView {
  const steps = new Map<string, StepRun>();
  for (const step of simulation.steps) {
    const run = runOf(step);
    const other = steps.get(step.key);
    // Of several iterations a failed one is told of.
    if (other === undefined || (run.status === "Failed" && other.status !== "Failed")) steps.set(step.key, run);
  }
  const ran = simulation.steps.filter(({ status }) => status !== "NotRun");
  return { steps: keepSame(steps, before?.steps), lines: keepSame(lineFlowsOf(ran, graph), before?.lines) };
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
