import type { Editor } from "../../session/createEditor";
import { createReader, type ValueReader } from "./createReader";
import { createSimulation, type LiveSimulation, type Soon } from "./createSimulation";

/** The simulations of one document: the one of the Simulation tab, and the one that says below fields what they come to. */
export interface SimulationRuns {
  /** Begins the tab's simulation; whoever opens it closes it. */
  open(soon: Soon): LiveSimulation;
  readonly reader: ValueReader;
}

export function createSimulationRuns(editor: Editor): SimulationRuns {
  return { open: (soon) => createSimulation(editor, soon), reader: createReader(editor) };
}
