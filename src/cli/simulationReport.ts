/** A simulation as a person reads it in a terminal. */

import { entries, type ObjectValue } from "../pipeline/definition/value";
import { deriveGraph, type Graph } from "../pipeline/graph/deriveGraph";
import { inRunOrder } from "../pipeline/simulate/engine/flow";
import { ownArguments } from "../pipeline/simulate/engine/plan";
import { refusedWords } from "../pipeline/simulate/engine/refused";
import type { SimulatedStep, Simulation } from "../pipeline/simulate/engine/simulate";
import { outcomeText, propertyText } from "../pipeline/simulate/engine/simulationAsJson";
import { shownValue, valueRows } from "../pipeline/simulate/values/valueRows";
import { runOfType } from "../pipeline/steps/runs";
import { type Colour, count, paint, type Terminal } from "./terminal";

const looks: Readonly<Record<SimulatedStep["status"], { readonly sign: string; readonly colour: Colour }>> = {
  Succeeded: { sign: "✓", colour: "green" },
  Failed: { sign: "✕", colour: "red" },
  Stopped: { sign: "■", colour: "yellow" },
  NotRun: { sign: "–", colour: "dim" },
};

/** The steps in the order in which they run, each with what references brought it and what it gives. */
export function simulationReport(
  definition: ObjectValue,
  simulation: Simulation,
  refused: number,
  terminal: Terminal,
): string {
  const graph = deriveGraph(definition);
  const lines = inRunOrder(simulation, graph).flatMap((step) => [...stepLines(step, graph, terminal), ""]);
  const numberOf = (status: string) => simulation.steps.filter((step) => step.status === status).length;
  const told = [
    `${numberOf("Succeeded")} succeeded`,
    ...(numberOf("Failed") > 0 ? [`${numberOf("Failed")} failed`] : []),
    ...(numberOf("NotRun") > 0 ? [`${numberOf("NotRun")} not run`] : []),
  ];
  const total = `${count(simulation.steps.length, "step")}, ${told.join(", ")}.`;
  const end =
    refused > 0
      ? `${paint(terminal, "bold", "Failed")}: ${refusedWords(refused)} (stepwire check names them). Without them: ${total}`
      : `${paint(terminal, "bold", simulation.status)}: ${total}`;
  return `${[...lines, end].join("\n")}\n`;
}

function stepLines(step: SimulatedStep, graph: Graph, terminal: Terminal): readonly string[] {
  const { sign, colour } = looks[step.status];
  const outcome = outcomeText(step.outcome);
  const head = [
    paint(terminal, colour, sign),
    paint(terminal, "bold", step.name),
    paint(terminal, "dim", step.type),
    ...(outcome === null ? [] : [outcome]),
    ...(step.iteration === null ? [] : [paint(terminal, "dim", `item ${shownValue(step.iteration.item)}`)]),
  ];
  const why = [step.failureReason, step.why].filter((words) => words !== null && words !== "");
  return [
    head.join(" "),
    ...why.map((words) => `    ${words}`),
    ...receivedRows(step, graph).map(({ path, value, from, why: unresolved }) => {
      return `    ${path} = ${value ?? `? ${unresolved ?? ""}`}  ${paint(terminal, "dim", `← ${from}`)}`;
    }),
    ...[...step.outputs].map(
      ([path, value]) => `    ${paint(terminal, "dim", "→")} ${propertyText(path)} = ${shownValue(value)}`,
    ),
  ];
}

/** What references brought; literals stand in the definition for all to read. */
function receivedRows(step: SimulatedStep, graph: Graph) {
  const entry = graph.byKey.get(step.key);
  if (entry === undefined || step.request === null || entries(step.request).length === 0) return [];
  const rows = valueRows(ownArguments(entry), step.request, ["Arguments"], step.unresolved);
  return runOfType(step.type).ends === "byComparing"
    ? []
    : rows.filter(({ from, value, why }) => from !== null && (value !== null || why !== null));
}
