import type { FieldChange, ItemChange, Plan } from "../../contract/deploy";

/** A change of a field, with the thing it belongs to where that is not said above it. */
export interface PlacedChange extends FieldChange {
  readonly where: string | null;
}

const verbs = ["added", "changed", "moved", "removed"] as const;

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
  return verbs
    .map((verb) => ({ verb, count: items.filter(({ change }) => change === verb).length }))
    .filter(({ count }) => count > 0)
    .map(({ verb, count }, index) => `${index === 0 ? many(count, word) : count} ${verb}`)
    .join(", ");
}

function besides(plan: Plan): string {
  const changed = [
    plan.role === null ? "" : "the role",
    plan.parallelism === null ? "" : "the number of steps at a time",
    plan.displayName === null ? "" : "the display name",
    plan.description === null ? "" : "the description",
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
