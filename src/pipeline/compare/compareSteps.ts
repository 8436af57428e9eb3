import { printPath } from "../definition/path";
import type { StepEntry } from "../graph/stepTree";
import { stepTypeOf } from "../steps";
import type { FieldChange, StepChange, StepSlot } from "./changes";
import { compareOrder, compareValues } from "./compareValues";
import { ownPart } from "./ownPart";

/** The steps of a definition as a comparison asks for them. */
class Steps {
  readonly byKey: ReadonlyMap<string, StepEntry>;
  private readonly inside = new Map<string, string[]>();

  constructor(readonly list: readonly StepEntry[]) {
    this.byKey = new Map(list.map((entry) => [entry.key, entry]));
    for (const { key, parent, slot } of list) {
      const list = JSON.stringify([parent, slot]);
      const present = this.inside.get(list);
      if (present === undefined) this.inside.set(list, [key]);
      else present.push(key);
    }
  }

  /** The keys of the steps in one list of steps, in its order. */
  keysIn(parent: string | null, slot: string | null): readonly string[] {
    return this.inside.get(JSON.stringify([parent, slot])) ?? [];
  }

  slotOf({ parent, slot }: StepEntry): StepSlot | null {
    if (parent === null) return null;
    const slots = stepTypeOf(this.byKey.get(parent)?.type ?? "").slots;
    return { container: parent, slot: slots.find(({ key }) => key === slot)?.label ?? slot ?? "" };
  }
}

/** What differs between the steps of two definitions, by name; `oldNames` has the name before where a step goes by another now. */
export function compareSteps(
  before: readonly StepEntry[],
  after: readonly StepEntry[],
  oldNames: ReadonlyMap<string, string>,
): { readonly steps: readonly StepChange[]; readonly order: ReturnType<typeof compareOrder> } {
  const olds = new Steps(before);
  const news = new Steps(after);
  const changes: StepChange[] = [];
  for (const entry of after) {
    const old = olds.byKey.get(entry.key);
    const item = { name: entry.key, type: entry.type, renamedFrom: oldNames.get(entry.key) ?? null };
    if (old === undefined) {
      changes.push({ ...item, change: "added", fields: [], moved: null });
      continue;
    }
    const stays = old.parent === entry.parent && old.slot === entry.slot;
    const moved = stays ? null : { from: olds.slotOf(old), to: news.slotOf(entry) };
    const fields = [...compareValues(ownPart(old), ownPart(entry)), ...orderInside(entry, olds, news)];
    if (fields.length === 0 && moved === null && item.renamedFrom === null) continue;
    changes.push({ ...item, change: "changed", fields, moved });
  }
  for (const { key, type } of before) {
    if (news.byKey.has(key)) continue;
    changes.push({ name: key, type, change: "removed", fields: [], renamedFrom: null, moved: null });
  }
  return { steps: changes, order: compareOrder(olds.keysIn(null, null), news.keysIn(null, null)) };
}

/** The lists of a container whose steps stand in another order. */
function orderInside({ key, type }: StepEntry, olds: Steps, news: Steps): readonly FieldChange[] {
  return stepTypeOf(type).slots.flatMap((slot) => {
    const order = compareOrder(olds.keysIn(key, slot.key), news.keysIn(key, slot.key));
    return order === null ? [] : [{ path: printPath(["Arguments", slot.key]), ...order, sensitive: false }];
  });
}
