/** Steps come into a branch or loop: one entry of the history, with the places of all that has to give way. */
import type { Layout, PipelineDocument } from "../../../pipeline/definition/document";
import type { Recipe } from "../../../pipeline/edits/edit";
import { unfoldAround } from "../../../pipeline/edits/folded";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { moveAllTo } from "../../../pipeline/edits/moveToSlot";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { positionsNotSaved } from "../../../pipeline/layout/positionsNotSaved";
import { positionsInSlot, roomFor } from "../../../pipeline/layout/slotPositions";
import { slotInWords, whyNotAllIn } from "../../../pipeline/wiring/slots";
import type { EditorState } from "../../session/editorState";
import type { Workspace } from "../../workspace";
import { editing } from "../editing";
import type { Offer } from "../outcome";
import { perform } from "../perform";
import { named } from "../words";
import { restInWords, restOf, whyNotMoved } from "./slots";

export interface MoveArgs {
  readonly steps: readonly string[];
  readonly into: SlotOf;
  /** Where they were dropped; without, they find their own places. */
  readonly positions?: Layout;
}

/** Moves steps into a branch or a loop, and offers to move what only they feed. */
export const moveIntoSlot = editing<MoveArgs>({
  id: "steps.moveIntoSlot",
  group: "Steps",
  palette: false,
  label: (state, { steps, into }) => `Move ${named(steps)} into ${slotInWords(state.document, into)}`,
  when: (state, { steps, into }) => whyNotMoved(state.document, steps, into) ?? true,
  recipe: ({ document }, { steps, into, positions }, workspace) => {
    const scene = workspace.canvas?.scene();
    const arranged = scene && new Map([...positionsNotSaved(document, scene), ...positionsInSlot(scene, steps, into)]);
    return placed(workspace, moveAllTo(steps, into), positions ?? arranged ?? new Map(), steps, true);
  },
  done: (before, { steps, into }, { document }) => {
    const moved = `${named(steps)} moved into ${slotInWords(document, into)}.`;
    const rest = restToOffer(before, document, steps, into);
    return rest === undefined ? moved : `${moved} ${restInWords(rest, steps)}`;
  },
  offer: offerRest,
});

/** An edit, then places, then room for what moved (`stay`: into a slot; else out of one). A folded slot that it comes into opens. */
export function placed(
  { canvas }: Workspace,
  edit: Recipe,
  positions: Layout,
  moved: readonly string[],
  stay: boolean,
): Recipe {
  return (document) => {
    const edited = moveSteps(positions)(edit(document));
    const after = stay ? moved.reduce((seen, key) => unfoldAround(key)(seen), edited) : edited;
    return canvas === null ? after : moveSteps(roomFor(after, canvas.scene(), moved, stay))(after);
  };
}

function restToOffer(before: EditorState, after: PipelineDocument, steps: readonly string[], into: SlotOf) {
  return restOf(before.document, steps).find(({ keys }) => whyNotAllIn(after, keys, into) === null);
}

function offerRest(workspace: Workspace, before: EditorState, { steps, into }: MoveArgs): Offer | undefined {
  const rest = restToOffer(before, workspace.editor.store.getState().document, steps, into);
  if (rest === undefined) return undefined;
  const only = steps.length === 1 ? named(steps) : "they";
  const verb = steps.length === 1 ? rest.how : rest.how.slice(0, -1);
  const label =
    rest.keys.length === 1
      ? `Move ${rest.keys[0]} too`
      : `Move ${rest.keys.length} steps that only ${only} ${verb} too`;
  return { label, run: () => void perform(workspace, moveIntoSlot, { steps: rest.keys, into }) };
}
