import type { Plan } from "../../../contract/deploy";
import type { FieldChange } from "../../../pipeline/compare/changes";
import { countsInWords, many } from "../../../pipeline/compare/words";

/** A change of a field, with the thing it belongs to where that is not said above it. */
export interface PlacedChange extends FieldChange {
  readonly where: string | null;
}

/** "Updates churn-training: 1 step changed, 2 added; 1 parameter added." */
export function planInWords(plan: Plan): string {
  if (plan.kind === "none") return `${plan.pipelineName} is deployed as it stands here. There is nothing to change.`;
  if (plan.kind === "create") {
    const parts = [many(plan.steps.length, "step"), many(plan.parameters.length, "parameter")];
    return `Creates ${plan.pipelineName}: ${parts.filter((part) => part !== "").join(", ") || "a pipeline without steps"}.`;
  }
  const parts = [countsInWords(plan.steps, "step"), countsInWords(plan.parameters, "parameter"), besides(plan)];
  return `Updates ${plan.pipelineName}: ${parts.filter((part) => part !== "").join("; ")}.`;
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
