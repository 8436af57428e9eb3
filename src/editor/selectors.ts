/** What the screen shows of the state, computed and remembered: the same state gives the same object. */
import type { ApiModels } from "../pipeline/api/model";
import { type ObjectValue, sameValue } from "../pipeline/definition/value";
import { deriveGraph, type Graph } from "../pipeline/graph/deriveGraph";
import { checkDefinition, type Problem } from "../pipeline/problems";
import type { EditorState } from "./editorState";

export function graphOf(state: Pick<EditorState, "document">): Graph {
  return deriveGraph(state.document.definition);
}

let lastProblems: { definition: ObjectValue; models: ApiModels; problems: readonly Problem[] } | null = null;

export function problemsOf({ document, models }: Pick<EditorState, "document" | "models">): readonly Problem[] {
  const { definition } = document;
  if (lastProblems === null || lastProblems.definition !== definition || lastProblems.models !== models) {
    lastProblems = { definition, models, problems: checkDefinition(definition, models) };
  }
  return lastProblems.problems;
}

const none: readonly Problem[] = [];
const byStepRemembered = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

/** The problems of each step that has some. */
export function problemsByStep(
  state: Pick<EditorState, "document" | "models">,
): ReadonlyMap<string, readonly Problem[]> {
  const problems = problemsOf(state);
  let map = byStepRemembered.get(problems);
  if (map === undefined) {
    const made = new Map<string, Problem[]>();
    for (const problem of problems) {
      if (problem.step === null) continue;
      const list = made.get(problem.step);
      if (list === undefined) made.set(problem.step, [problem]);
      else list.push(problem);
    }
    map = made;
    byStepRemembered.set(problems, map);
  }
  return map;
}

export function problemsOfStep(state: Pick<EditorState, "document" | "models">, key: string): readonly Problem[] {
  return problemsByStep(state).get(key) ?? none;
}

export function errorCount(state: Pick<EditorState, "document" | "models">): number {
  return problemsOf(state).filter(({ severity }) => severity === "error").length;
}

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

let lastCompared: { run: ObjectValue; document: ObjectValue; edited: boolean } | null = null;

/** True when the shown execution runs another definition than the document has now. */
export function editedSinceRun({ document, run }: Pick<EditorState, "document" | "run">): boolean {
  if (run === null || run.definition === null) return false;
  const { definition } = document;
  if (lastCompared?.run !== run.definition || lastCompared.document !== definition) {
    lastCompared = { run: run.definition, document: definition, edited: !sameValue(run.definition, definition) };
  }
  return lastCompared.edited;
}
