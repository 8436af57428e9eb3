import type { Plan } from "../../../contract/deploy";
import type { FieldChange, ItemChange, StepChange, StepSlot } from "../../../pipeline/compare/changes";

/** A change of a field, with the thing it belongs to where that is not said above it. */
export interface PlacedChange extends FieldChange {
  readonly where: string | null;
}

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

/** "Updates churn-training: 1 step changed, 2 added; 1 parameter added." */
export function planInWords(plan: Plan): string {
  if (plan.kind === "none") return `${plan.pipelineName} is deployed as it stands here. There is nothing to change.`;
  if (plan.kind === "create") {
    const parts = [many(plan.steps.length, "step"), many(plan.parameters.length, "parameter")];
    return `Creates ${plan.pipelineName}: ${parts.filter((part) => part !== "").join(", ") || "a pipeline without steps"}.`;
  }
  const parts = [counts(plan.steps, "step"), counts(plan.parameters, "parameter"), besides(plan)];
  return `Updates ${plan.pipelineName}: ${parts.filter((part) => part !== "").join("; ")}.`;
}

function many(count: number, word: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

function counts(items: readonly ItemChange[], word: string): string {
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

function besides(plan: Plan): string {
  const changed = [
    plan.role === null ? "" : "the role",
    plan.parallelism === null ? "" : "the number of steps at a time",
    plan.displayName === null ? "" : "the display name",
    plan.description === null ? "" : "the description",
    plan.order === null ? "" : "the order of the steps",
    plan.definition.length === 0 ? "" : "the rest of the definition",
  ].filter((part) => part !== "");
  return changed.length === 0 ? "" : `${changed.join(", ")} changed`;
}

/** Who may do what, what code runs, where data goes: said before all else. In a new pipeline everything is new, and nothing stands out. */
export function sensitiveChanges(plan: Plan): readonly PlacedChange[] {
  if (plan.kind !== "update") return [];
  const role = plan.role === null ? [] : [{ path: "RoleArn", ...plan.role, sensitive: true, where: "Pipeline" }];
  const inItems = [...plan.steps, ...plan.parameters].flatMap(({ name, fields }) =>
    fields.filter(({ sensitive }) => sensitive).map((field) => ({ ...field, where: name })),
  );
  return [...role, ...inItems];
}
