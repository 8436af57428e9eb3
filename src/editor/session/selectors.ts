/** What the screen shows of the state, computed and remembered: the same state gives the same object. */

import type { PipelineDocument } from "../../pipeline/definition/document";
import { type ObjectValue, sameValue } from "../../pipeline/definition/value";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import type { Problem } from "../../pipeline/problems";
import type { ApiModels } from "../../pipeline/schema/model";
import type { EditorState } from "./editorState";

export function graphOf(state: Pick<EditorState, "document">): Graph {
  return deriveGraph(state.document.definition);
}

/** What problems depend on. */
type CheckedPart = Pick<EditorState, "document" | "models" | "check">;

interface CheckedState {
  readonly check: CheckedPart["check"];
  readonly definition: ObjectValue;
  readonly name: string;
  readonly samples: PipelineDocument["samples"];
  readonly models: ApiModels;
  readonly problems: readonly Problem[];
}
let last: CheckedState | null = null;
const none: readonly Problem[] = [];

/** All problems; none while the rules are not here yet. */
export function problemsOf({ document, models, check }: CheckedPart): readonly Problem[] {
  if (check === null) return none;
  const { definition, name, samples } = document;
  const isSame =
    last !== null &&
    last.check === check &&
    last.definition === definition &&
    last.name === name &&
    last.samples === samples &&
    last.models === models;
  if (last === null || !isSame) {
    last = { check, definition, name, samples, models, problems: check(definition, models, { name, samples }) };
  }
  return last.problems;
}

const byStepRemembered = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

/** The problems of each step that has some. */
export function problemsByStep(state: CheckedPart): ReadonlyMap<string, readonly Problem[]> {
  const problems = problemsOf(state);
  let map = byStepRemembered.get(problems);
  if (map === undefined) {
    const made = new Map<string, Problem[]>();
    for (const problem of problems) {
      for (const step of problem.steps ?? [problem.step]) {
        if (step === null) continue;
        const list = made.get(step);
        if (list === undefined) made.set(step, [problem]);
        else list.push(problem);
      }
    }
    map = made;
    byStepRemembered.set(problems, map);
  }
  return map;
}

export function problemsOfStep(state: CheckedPart, key: string): readonly Problem[] {
  return problemsByStep(state).get(key) ?? none;
}

let lastKeys: { readonly definition: ObjectValue; readonly keys: ReadonlySet<string> } | null = null;

/** The keys of all steps: the same set again while no step comes, goes or is renamed. */
export function stepKeysOf({ document }: Pick<EditorState, "document">): ReadonlySet<string> {
  const { definition } = document;
  if (lastKeys?.definition === definition) return lastKeys.keys;
  const steps = stepsByKey(definition);
  const before = lastKeys?.keys;
  const stays = before?.size === steps.size && [...steps.keys()].every((key) => before.has(key));
  lastKeys = { definition, keys: before !== undefined && stays ? before : new Set(steps.keys()) };
  return lastKeys.keys;
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
