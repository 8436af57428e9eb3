import { inWords } from "../../../editor/commands/deleteSelection";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { slotInWords, whyNotAllIn } from "../../../pipeline/edits/moveToSlot";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { listSteps, rootsOf, stepAt } from "../../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../../pipeline/steps";
import { moveInto, type Rest, restOf } from "../drop/intoSlot";
import type { CanvasKit } from "../kit";
import { close } from "./closeOverlay";
import type { Option } from "./ListPicker";

/** The branches and loops of a document. */
export function slotsOf({ definition }: PipelineDocument): readonly SlotOf[] {
  return listSteps(definition).flatMap(({ key, type }) =>
    stepTypeOf(type).slots.map(({ key: slot }) => ({ container: key, slot })),
  );
}

/** Where steps could move to: alone, with what only they feed, with what only they need. Refused places last, with the reason. */
export function slotOptions(kit: CanvasKit, chosen: readonly string[]): Option[] {
  const { document } = kit.editor.store.getState();
  const keys = rootsOf(document.definition, chosen);
  const rests = restOf(document, keys);
  const options = slotsOf(document).flatMap((to): Option[] => {
    const where = slotInWords(document, to);
    const refused = whyNot(document, keys, to);
    const option = (id: string, moving: readonly string[], hint: string): Option => ({
      id: `${id} ${to.container} ${to.slot}`,
      label: where,
      hint,
      icon: listSteps(document.definition).find(({ key }) => key === to.container)?.type ?? "",
      refused,
      pick: () => {
        close(kit);
        moveInto(kit, moving, to);
      },
    });
    if (refused !== null) return [option("alone", keys, "")];
    const along = rests
      .filter((rest) => whyNot(document, [...keys, ...rest.keys], to) === null)
      .map((rest) => option(rest.how, [...keys, ...rest.keys], alongInWords(rest, keys)));
    return [option("alone", keys, ""), ...along];
  });
  return [...options.filter(({ refused }) => !refused), ...options.filter(({ refused }) => refused)];
}

function whyNot(document: PipelineDocument, keys: readonly string[], to: SlotOf): string | null {
  const there = keys.every((key) => {
    const { parent, slot } = stepAt(document.definition, key);
    return parent === to.container && slot === to.slot;
  });
  return there
    ? `${inWords(keys)} ${keys.length === 1 ? "is" : "are"} there already.`
    : whyNotAllIn(document, keys, to);
}

function alongInWords({ keys, how }: Rest, moving: readonly string[]): string {
  const one = moving.length === 1;
  const verb = one ? how : how.slice(0, -1);
  return `with what only ${one ? "it" : "they"} ${verb}: ${inWords(keys)}`;
}
