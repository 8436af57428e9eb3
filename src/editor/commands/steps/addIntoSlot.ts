import type { Position } from "../../../pipeline/definition/document";
import { addStep, nameForNewStep } from "../../../pipeline/edits/addStep";
import { moveToSlot } from "../../../pipeline/edits/moveToSlot";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { positionsNotSaved } from "../../../pipeline/layout/positionsNotSaved";
import { spotInSlot } from "../../../pipeline/layout/slotPositions";
import { stepTypeOf } from "../../../pipeline/steps";
import { slotInWords, whyTypeNotInSlot } from "../../../pipeline/wiring/slots";
import type { Workspace } from "../../workspace";
import { editing } from "../editing";
import { selectNew, withHeadAt } from "./addStep";
import { placed } from "./moveIntoSlot";

interface Args {
  readonly type: string;
  readonly into: SlotOf;
  /** Where its head comes to; else where the next step there stands. */
  readonly at?: Position;
}

/** Adds a step of a type inside a branch or a loop, and selects it. */
export const addIntoSlot = editing<Args>({
  id: "steps.addIntoSlot",
  group: "Steps",
  palette: false,
  label: (state, { type, into }) => `Add ${stepTypeOf(type).label} to ${slotInWords(state.document, into)}`,
  when: (state, { type, into }) => whyTypeNotInSlot(state.document, type, into) ?? true,
  recipe: ({ document }, args, workspace) => {
    const { type, into } = args;
    const name = nameForNewStep(document, type);
    const position = positionFor(args, workspace);
    const scene = workspace.canvas?.scene();
    const positions = new Map([
      ...(scene === undefined ? [] : positionsNotSaved(document, scene)),
      [name, position] as const,
    ]);
    return placed(
      workspace,
      (before) => moveToSlot(name, into.container, into.slot)(addStep(type, position, name)(before)),
      positions,
      [name],
      true,
    );
  },
  after: (workspace, before, { type, at }) => {
    const name = nameForNewStep(before.document, type);
    selectNew(workspace, name);
    // It may have found its place where nobody looks.
    if (at === undefined) workspace.editor.reveal(name);
  },
  done: ({ document }, { type, into }) => `Added ${nameForNewStep(document, type)} to ${slotInWords(document, into)}.`,
});

function positionFor({ into, at }: Args, { canvas }: Workspace): Position {
  if (at !== undefined) return withHeadAt(at);
  const scene = canvas?.scene();
  const enclosing = scene?.cards.get(into.container);
  return scene === undefined || enclosing === undefined ? { x: 0, y: 0 } : spotInSlot(scene, enclosing, into, []);
}
