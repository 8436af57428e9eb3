import type { Place } from "../../../pipeline/definition/document";
import { addStep, nameForNewStep } from "../../../pipeline/edits/addStep";
import { moveToSlot } from "../../../pipeline/edits/moveToSlot";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { placesNotSaved } from "../../../pipeline/layout/placesNotSaved";
import { spotInSlot } from "../../../pipeline/layout/slotPlaces";
import { stepTypeOf } from "../../../pipeline/steps";
import { slotInWords, whyTypeNotInSlot } from "../../../pipeline/wiring/slots";
import type { Workspace } from "../../workspace";
import { editing } from "../editing";
import { withHeadAt } from "./addStep";
import { placed } from "./moveIntoSlot";

interface Args {
  readonly type: string;
  readonly into: SlotOf;
  /** Where its head comes to; else where the next step there stands. */
  readonly at?: Place;
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
    const place = placeFor(args, workspace);
    const scene = workspace.canvas?.scene();
    const places = new Map([...(scene === undefined ? [] : placesNotSaved(document, scene)), [name, place] as const]);
    return placed(
      workspace,
      (before) => moveToSlot(name, into.container, into.slot)(addStep(type, place, name)(before)),
      places,
      [name],
      true,
    );
  },
  after: ({ editor }, { document }, { type }) => editor.select([nameForNewStep(document, type)]),
  done: ({ document }, { type, into }) => `Added ${nameForNewStep(document, type)} to ${slotInWords(document, into)}.`,
});

function placeFor({ into, at }: Args, { canvas }: Workspace): Place {
  if (at !== undefined) return withHeadAt(at);
  const scene = canvas?.scene();
  const around = scene?.cards.get(into.container);
  return scene === undefined || around === undefined ? { x: 0, y: 0 } : spotInSlot(scene, around, into, []);
}
