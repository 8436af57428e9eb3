import type { Editor } from "../../../editor/session/createEditor";
import type { EditorState, StepRun } from "../../../editor/session/editorState";
import { problemsByStep } from "../../../editor/session/selectors";
import type { ShownProblem } from "../../../editor/session/toDo";
import { listSteps } from "../../../pipeline/graph/stepTree";
import { createKeyedStore, type KeyedStore } from "../../kit/keyedStore";
import type { CardFace } from "./faces";

/** What the cards show, by their step's key. */
export interface CardStores {
  readonly faces: KeyedStore<CardFace>;
  /** How a step stands: in the simulation while one is shown, else in the execution that is followed. */
  readonly runs: KeyedStore<StepRun>;
  readonly problems: KeyedStore<readonly ShownProblem[]>;
}

export function createCardStores(): CardStores {
  return { faces: createKeyedStore(), runs: createKeyedStore(), problems: createKeyedStore() };
}

/** Keeps runs and problems in step with the editor. The returned function ends it. */
export function keepCards({ store }: Editor, { runs, problems }: Omit<CardStores, "faces">): () => void {
  const update = (state: EditorState) => {
    runs.replace(runsOf(state));
    problems.replace(problemsByStep(state));
  };
  update(store.getState());
  return store.subscribe((state, before) => {
    const sameDocument = state.document === before.document;
    const sameRuns = state.run === before.run && state.simulation === before.simulation;
    if (!sameRuns || (!sameDocument && state.run !== null)) runs.replace(runsOf(state));
    if (state.reading !== before.reading || state.newSteps !== before.newSteps) problems.replace(problemsByStep(state));
  });
}

const noRuns: ReadonlyMap<string, StepRun> = new Map();

function runsOf({ simulation, run, document }: EditorState): ReadonlyMap<string, StepRun> {
  if (simulation !== null) return simulation.steps;
  if (run === null) return noRuns;
  const runs = new Map<string, StepRun>();
  for (const { key, name } of listSteps(document.definition)) {
    const found = run.steps.get(name);
    if (found !== undefined) runs.set(key, found);
  }
  return runs;
}
