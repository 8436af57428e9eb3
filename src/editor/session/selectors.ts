/** What the screen shows of the state: the same state gives the same object. */
import { type ObjectValue, sameValue } from "../../pipeline/definition/value";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import type { Problem } from "../../pipeline/problems";
import { problemsByStep as byStep } from "../../pipeline/reading/problemsByStep";
import { oncePerObject } from "../../pipeline/remember";
import type { EditorState, SimulationView } from "./editorState";
import { type ShownProblem, shownProblems } from "./toDo";

/** Derived once for a definition, from that of the definition before its edit: see `checking.ts`. */
export function graphOf(state: Pick<EditorState, "document">): Graph {
  return deriveGraph(state.document.definition);
}

type ReadPart = Pick<EditorState, "reading">;
type ShownPart = Pick<EditorState, "reading" | "newSteps">;

const none: readonly ShownProblem[] = [];

/** All problems, as `check` and the service see them; none while the document is not read yet. */
export function problemsOf({ reading }: ReadPart): readonly Problem[] {
  return reading?.problems ?? none;
}

/** The problems as they are shown: what new steps lack is to do. */
export function shownProblemsOf(state: ShownPart): readonly ShownProblem[] {
  return shownProblems(problemsOf(state), state.newSteps);
}

/** The shown problems of each step that has some. */
export function problemsByStep(state: ShownPart): ReadonlyMap<string, readonly ShownProblem[]> {
  // Those of the list, sorted by step.
  return byStep(shownProblemsOf(state)) as ReadonlyMap<string, readonly ShownProblem[]>;
}

export function problemsOfStep(state: ShownPart, key: string): readonly ShownProblem[] {
  return problemsByStep(state).get(key) ?? none;
}

/** The keys of all steps: the same set again while no step comes, goes or is renamed. */
export function stepKeysOf(state: Pick<EditorState, "document">): ReadonlySet<string> {
  return setOf(graphOf(state).keys);
}

const setOf = oncePerObject((keys: Graph["keys"]): ReadonlySet<string> => new Set(keys));

/** What undo would take back, as the person did it; null when there is nothing. */
export function undoLabel({ history }: EditorState): string | null {
  if (history.gesture !== null && history.gesture.before !== history.present) return history.gesture.label;
  return history.past.at(-1)?.label ?? null;
}

export function redoLabel({ history }: EditorState): string | null {
  return history.future[0]?.label ?? null;
}

export function canUndo(state: EditorState): boolean {
  return !state.readOnly && undoLabel(state) !== null;
}

export function canRedo(state: EditorState): boolean {
  return !state.readOnly && redoLabel(state) !== null;
}

/** The one selected step, null when none or several are. */
export function selectedStep({ selection }: Pick<EditorState, "selection">): string | null {
  return selection.steps.length === 1 ? (selection.steps[0] ?? null) : null;
}

/** What goes along each line: in the simulation while one is shown, else in the execution that is followed. */
export function lineFlows({ simulation, run }: Pick<EditorState, "simulation" | "run">): LineFlows | null {
  return simulation?.lines ?? run?.lines ?? null;
}
type LineFlows = SimulationView["lines"];

/** True when the shown execution runs another definition than the document has now. */
export function editedSinceRun({ document, run }: Pick<EditorState, "document" | "run">): boolean {
  return run !== null && run.definition !== null && isEdited(document.definition, run.definition);
}

const isEdited = oncePerObject((now: ObjectValue, ran: ObjectValue) => !sameValue(ran, now));
