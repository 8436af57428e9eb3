import type { Position } from "../../../pipeline/definition/document";
import { addStep as addStepRecipe, nameForNewStep } from "../../../pipeline/edits/addStep";
import { card } from "../../../pipeline/layout/cardShape";
import { stepTypeList, stepTypeOf } from "../../../pipeline/steps";
import type { EditorState } from "../../session/editorState";
import { selectedStep } from "../../session/selectors";
import type { Workspace } from "../../workspace";
import type { PromptCommand } from "../command";
import { editing } from "../editing";
import { freePosition, positionBehind } from "./freePosition";

interface Args {
  readonly type: string;
  /** Where its head comes to; else it finds a free place in view. */
  readonly at?: Position;
}

/** Adds a step of a type, as its draft, and selects it. */
export const addStep = editing<Args>({
  id: "steps.add",
  group: "Steps",
  palette: false,
  label: (_, { type }) => `Add ${stepTypeOf(type).label}`,
  recipe: (state, { type, at }, workspace) => addStepRecipe(type, positionForNew(state, at, workspace)),
  after: (workspace, before, { type, at }) => showNew(workspace, before, type, at),
  done: ({ document }, { type }) => `Added ${nameForNewStep(document, type)}.`,
});

/** Adding a step of each type, for the palette. */
export const addStepCommands: readonly PromptCommand[] = stepTypeList.map(({ type }) => ({
  id: `steps.add.${type}`,
  group: addStep.group,
  palette: true,
  edits: true,
  label: (state) => addStep.label(state, { type }),
  run: (workspace) => addStep.run(workspace, { type }),
}));

/** Where a new step comes to: its head at a point, behind the selected step, or where it finds a free place in view. */
export function positionForNew(state: EditorState, at: Position | undefined, { canvas }: Workspace): Position {
  if (at !== undefined) return withHeadAt(at);
  const selected = selectedStep(state);
  const behind = selected === null || canvas === null ? null : positionBehind(canvas.scene(), selected);
  return behind ?? freePosition(state.document.layout, canvas?.inView() ?? someView);
}

/** Selects a new step, which came to where the person pointed. */
export function selectNew({ editor }: Workspace, name: string): void {
  editor.markNew([name]);
  editor.select([name]);
}

/** Selects a new step. One that came behind the selected step has the focus: Tab takes the wire that is proposed there. */
export function showNew(workspace: Workspace, before: EditorState, type: string, at: Position | undefined): void {
  const name = nameForNewStep(before.document, type);
  if (at !== undefined) {
    selectNew(workspace, name);
    return;
  }
  const { editor, canvas } = workspace;
  editor.markNew([name]);
  editor.reveal(name);
  const from = selectedStep(before);
  if (from === null) return;
  editor.propose({ from, to: name });
  canvas?.focus(name);
}

const someView = { x: 0, y: 0, width: 1000, height: 700 };

export function withHeadAt({ x, y }: Position): Position {
  return { x: Math.round(x - card.narrowest / 2), y: Math.round(y - card.handle) };
}
