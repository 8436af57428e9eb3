/**
 * A simulation beside the editor while its tab is open: it follows every edit, and shows itself on the canvas. Nothing of it is saved
 * but the samples, which are part of the document.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import type { Value } from "../../../pipeline/definition/value";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { inRunOrder } from "../../../pipeline/simulate/engine/flow";
import { type ReadValue, valueReader } from "../../../pipeline/simulate/engine/readValue";
import { type SimulatedStep, type Simulation, simulate } from "../../../pipeline/simulate/engine/simulate";
import { simulationParameters } from "../../../pipeline/simulate/values/givenParameters";
import { sampleContext } from "../../../pipeline/steps/runs/values/names";
import type { Editor } from "../../session/createEditor";
import type { RunFailure } from "../../session/editorState";
import { showFailure } from "../executions/openOnFailure";
import { parameterRows, whyNotValue } from "../executions/parameterForm";
import { simulationViewOf } from "./simulationView";

/** What an expression comes to where it stands: in a step, or (null) in none. */
export type Reader = (step: string | null, expression: Value) => ReadValue | null;

export interface SimulationState {
  /** What was simulated; null before the first time. */
  readonly document: PipelineDocument | null;
  readonly simulation: Simulation | null;
  /** Its steps in the order in which they run. */
  readonly steps: readonly SimulatedStep[];
  readonly parameters: ReadonlyMap<string, Value>;
  /** Parameters that have neither a given value nor a default: a sample stands in. */
  readonly sampled: ReadonlySet<string>;
  /** Says what expressions come to in it. */
  readonly read: Reader;
  /** What it fails of: the first failed step as they run. */
  readonly failure: RunFailure | null;
  /** The document changed since, and is too large to be simulated on every edit. */
  readonly stale: boolean;
}

export interface LiveSimulation {
  readonly store: StoreApi<SimulationState>;
  /** Simulates now, however large the pipeline is. */
  simulateNow(): void;
  close(): void;
}

/** Calls back soon, at most once for several requests; the returned function takes it back. `pause`: wait for the typing to pause. */
export type Soon = (run: () => void, pause: boolean) => () => void;

/** Up to so many steps every edit is simulated. */
export const mostLiveSteps = 500;
/** From so many steps on, an edit is simulated when the typing pauses. */
const manySteps = 120;

export function createSimulation(editor: Editor, soon: Soon): LiveSimulation {
  const store = createStore<SimulationState>(() => ({
    document: null,
    simulation: null,
    steps: [],
    parameters: new Map(),
    sampled: new Set(),
    read: () => null,
    failure: null,
    stale: false,
  }));
  let takeBack: (() => void) | null = null;

  function simulateNow(): void {
    takeBack?.();
    takeBack = null;
    const { document, simulation: shown } = editor.store.getState();
    const { definition, samples, settings, name } = document;
    const { values, sampled } = simulationParameters(definition, usableTexts(document));
    const limit = settings.maxParallelSteps === undefined ? {} : { maxParallel: settings.maxParallelSteps };
    const input = { parameters: values, context: sampleContext(name), samples, ...limit };
    const simulation = simulate(definition, input);
    const graph = deriveGraph(definition);
    const steps = inRunOrder(simulation, graph);
    store.setState({
      document,
      simulation,
      steps,
      failure: failureIn(steps),
      parameters: values,
      sampled,
      read: valueReader(definition, simulation, input),
      stale: false,
    });
    editor.setSimulation(simulationViewOf(simulation, graph, shown));
  }

  function request(): void {
    const count = deriveGraph(editor.store.getState().document.definition).steps.length;
    if (count > mostLiveSteps) {
      store.setState({ stale: true });
      return;
    }
    takeBack ??= soon(simulateNow, count > manySteps);
  }

  const stop = editor.store.subscribe(({ document }, before) => {
    const same =
      document.definition === before.document.definition &&
      document.samples === before.document.samples &&
      document.name === before.document.name &&
      document.settings === before.document.settings;
    if (!same) request();
  });
  simulateNow();
  const { failure } = store.getState();
  // Who looks at a step goes on looking at it; the reason stands in the panel.
  if (failure !== null && editor.store.getState().selection.steps.length === 0) showFailure(editor, failure);
  return {
    store,
    simulateNow,
    close() {
      stop();
      takeBack?.();
      editor.setSimulation(null);
    },
  };
}

function failureIn(steps: readonly SimulatedStep[]): RunFailure | null {
  const failed = steps.find(({ status }) => status === "Failed");
  return failed === undefined ? null : { name: failed.name, key: failed.key, reason: failed.failureReason || null };
}

/** The typed texts that can be values of parameters that (still) are declared. */
export function usableTexts({ definition, settings }: PipelineDocument): ReadonlyMap<string, string> {
  return new Map(
    parameterRows(definition).flatMap((row) => {
      const text = settings.simulatedValues.get(row.name);
      const usable = text !== undefined && text !== "" && whyNotValue(row, text) === null;
      const isNumber = row.type === "Integer" || row.type === "Float";
      return usable ? [[row.name, isNumber ? text.trim() : text] as const] : [];
    }),
  );
}
