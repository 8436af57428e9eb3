/** Steps come into branches and loops and out of them: one entry in the history, with the places of all that has to give way. */
import { inWords } from "../../../editor/commands/deleteSelection";
import { withName } from "../../../pipeline/definition/byName";
import type { Layout, PipelineDocument, Place } from "../../../pipeline/definition/document";
import { addStep, nameForNewStep } from "../../../pipeline/edits/addStep";
import type { Recipe } from "../../../pipeline/edits/edit";
import { moveSteps } from "../../../pipeline/edits/moveSteps";
import { moveAllTo, moveOutOfSlot, moveToSlot, slotInWords, whyNotAllIn } from "../../../pipeline/edits/moveToSlot";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { fedOnlyBy, neededOnlyBy } from "../../../pipeline/graph/onlyFed";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { card } from "../../../pipeline/layout/cardShape";
import { stepTypeOf } from "../../../pipeline/steps";
import type { CanvasKit } from "../kit";
import { placesNotSaved } from "../placesNotSaved";
import { placesBelow, placesInSlot, roomFor, spotInSlot } from "./places";

/** An edit, then places, then room for what moved. */
function placed(kit: CanvasKit, edit: Recipe, places: Layout, moved: readonly string[], stay: boolean): Recipe {
  const { scene } = kit.session.getState();
  return (document) => {
    const after = moveSteps(places)(edit(document));
    return moveSteps(roomFor(after, scene, moved, stay))(after);
  };
}

/** Moves steps into a branch or a loop, and offers to move what only they feed. Without places they find their own there. */
export function moveInto(kit: CanvasKit, keys: readonly string[], to: SlotOf, places?: Layout): void {
  const { editor, session } = kit;
  const { document } = editor.store.getState();
  const rest = restOf(document, keys);
  const at = places ?? new Map([...placesNotSaved(kit), ...placesInSlot(session.getState().scene, keys, to)]);
  const where = slotInWords(document, to);
  const label = `Move ${inWords(keys)} into ${where}`;
  const outcome = editor.edit(label, placed(kit, moveAllTo(keys, to), at, keys, true));
  if (!outcome.ok || !outcome.changed) return;
  editor.announce(`${inWords(keys)} moved into ${where}.`);
  offerRest(kit, keys, to, rest);
}

/** Moves steps out of what holds them: one level up, or (`to`) to where they were dropped. */
export function takeOut(kit: CanvasKit, keys: readonly string[], to: "up" | null, places?: Layout): void {
  const { editor, session } = kit;
  const { document } = editor.store.getState();
  const { scene } = session.getState();
  const from = stepsByKey(document.definition).get(keys[0] ?? "")?.parent ?? null;
  if (from === null) return;
  const edit: Recipe =
    to === null
      ? moveAllTo(keys, null)
      : (before) => keys.reduceRight((after, key) => moveOutOfSlot(key)(after), before);
  const at = places ?? new Map([...placesNotSaved(kit), ...placesBelow(scene, keys, from)]);
  const outcome = editor.edit(`Move ${inWords(keys)} out of ${from}`, placed(kit, edit, at, keys, false));
  if (outcome.ok && outcome.changed) editor.announce(`${inWords(keys)} moved out of ${from}.`);
}

/** Adds a new step inside a branch or a loop, with the pointer on its head, or (`null`) where the next step there stands. */
export function addInto(kit: CanvasKit, type: string, to: SlotOf, pointer: Place | null): void {
  const { editor, session } = kit;
  const { document } = editor.store.getState();
  const { scene } = session.getState();
  const name = nameForNewStep(document, type);
  const around = scene.cards.get(to.container);
  const place =
    pointer === null && around !== undefined
      ? spotInSlot(scene, around, to, [])
      : { x: (pointer?.x ?? 0) - card.narrowest / 2, y: (pointer?.y ?? 0) - card.handle };
  const add: Recipe = (before) => moveToSlot(name, to.container, to.slot)(addStep(type, place, name)(before));
  const where = slotInWords(document, to);
  const outcome = editor.edit(
    `Add ${name} to ${where}`,
    placed(kit, add, withName(placesNotSaved(kit), name, place), [name], true),
  );
  if (!outcome.ok) return;
  editor.select([name]);
  editor.announce(`${stepTypeOf(type).label} step ${name} added to ${where}.`);
}

/** What goes along with steps that move: what only they feed; else what only they need. */
export interface Rest {
  readonly keys: readonly string[];
  readonly how: "feeds" | "needs";
}

/** What could move along with steps, before they do. */
export function restOf({ definition }: PipelineDocument, keys: readonly string[]): readonly Rest[] {
  const graph = deriveGraph(definition);
  const all: readonly Rest[] = [
    { keys: fedOnlyBy(graph, keys), how: "feeds" },
    { keys: neededOnlyBy(graph, keys), how: "needs" },
  ];
  return all.filter((rest) => rest.keys.length > 0);
}

function offerRest(kit: CanvasKit, keys: readonly string[], to: SlotOf, rests: readonly Rest[]): void {
  const { editor } = kit;
  const { document } = editor.store.getState();
  const rest = rests.find((one) => whyNotAllIn(document, one.keys, to) === null);
  if (rest === undefined) return;
  const moved = inWords(keys);
  const only = keys.length === 1 ? moved : "they";
  const verb = keys.length === 1 ? rest.how : rest.how.slice(0, -1);
  editor.notice("info", `${moved} moved into ${slotInWords(document, to)}. ${restInWords(rest, keys)}`, {
    label:
      rest.keys.length === 1
        ? `Move ${rest.keys[0]} too`
        : `Move ${rest.keys.length} steps that only ${only} ${verb} too`,
    run: () => moveInto(kit, rest.keys, to),
  });
}

const mostNamed = 3;

function restInWords({ keys, how }: Rest, moved: readonly string[]): string {
  const named = keys.length <= mostNamed ? keys.join(", ") : `${keys.slice(0, mostNamed).join(", ")} …`;
  const one = keys.length === 1;
  const them = moved.length === 1 ? (moved[0] ?? "") : "them";
  if (how === "feeds") return `${named} ${one ? "runs" : "run"} only after ${them}.`;
  return `${named} ${one ? "leads" : "lead"} to ${them} alone.`;
}
