import type { ItemChange, StepChange, StepSlot } from "./changes";

const verbs = ["added", "renamed", "moved", "changed", "removed"] as const;
export type Verb = (typeof verbs)[number];

/** What happened to a step or a parameter; a step may be renamed, moved and changed in one go. */
export function verbsOf(item: ItemChange | StepChange): readonly Verb[] {
  if (item.change !== "changed") return [item.change];
  const step: Partial<StepChange> = item;
  const holds: Partial<Record<Verb, boolean>> = {
    renamed: typeof step.renamedFrom === "string",
    moved: (step.moved ?? null) !== null,
    changed: item.fields.length > 0,
  };
  return verbs.filter((verb) => holds[verb]);
}

/** What marks a step of which all that happened is known: what weighs most. */
export function mainVerb(done: readonly Verb[]): Verb {
  const most = (["added", "removed", "changed", "moved"] as const).find((verb) => done.includes(verb));
  return most ?? "renamed";
}

/** "was Train, from True of Gate to False of Gate" */
export function whenceInWords({ renamedFrom, moved }: Partial<StepChange>): string {
  const slotInWords = ({ container, slot }: StepSlot) => `${slot} of ${container}`;
  const from = moved?.from ?? null;
  const to = moved?.to ?? null;
  const parts = [
    typeof renamedFrom === "string" ? `was ${renamedFrom}` : "",
    from !== null && to !== null ? `from ${slotInWords(from)} to ${slotInWords(to)}` : "",
    from !== null && to === null ? `out of ${slotInWords(from)}` : "",
    from === null && to !== null ? `into ${slotInWords(to)}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** "1 step added, 2 changed"; "" where there is none. */
export function countsInWords(items: readonly ItemChange[], word: string): string {
  const counted = new Map<string, number>();
  for (const item of [...items].sort((left, right) => rankOf(left) - rankOf(right))) {
    const said = verbsOf(item).join(" and ");
    counted.set(said, (counted.get(said) ?? 0) + 1);
  }
  return [...counted].map(([said, count], index) => `${index === 0 ? many(count, word) : count} ${said}`).join(", ");
}

/** Those of one verb before those of several. */
function rankOf(item: ItemChange): number {
  const said = verbsOf(item);
  return said.length * verbs.length + verbs.indexOf(said[0] ?? "changed");
}

/** "1 step", "2 steps"; "" where there is none. */
export function many(count: number, word: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
