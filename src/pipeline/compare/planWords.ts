import type { DefinitionChanges, FieldChange, ItemChange } from "./changes";
import { countsInWords, many, whenceInWords } from "./words";

interface Setting {
  readonly before: string | null;
  readonly after: string | null;
}

/** What stands beside a definition, where a deploy makes it another. */
interface Settings {
  readonly role: Setting | null;
  readonly parallelism: Setting | null;
  readonly displayName: Setting | null;
  readonly description: Setting | null;
}

/** What someone else changed, and a deploy would undo. */
interface Drift {
  readonly takenBack: DefinitionChanges & Settings;
}

/** What a deploy would change: of the contract's plan, what is said in words. */
export interface PlannedDeploy extends DefinitionChanges, Settings {
  readonly kind: "create" | "update" | "none";
  readonly pipelineName: string;
  readonly deployed: { readonly lastModified: string | null } | null;
  readonly tags: readonly (Setting & { readonly key: string })[];
  readonly lastFromHere: string | null;
  readonly drift: Drift | null;
}

/** A change of a field, with the thing it belongs to where that is not said above it. */
export interface PlacedChange extends FieldChange {
  readonly where: string | null;
}

/** "Updates churn-training: 1 step changed, 2 added; 1 parameter added." */
export function planInWords(plan: PlannedDeploy): string {
  if (plan.kind === "none") return `${plan.pipelineName} is deployed as it stands here. There is nothing to change.`;
  if (plan.kind === "create") {
    const parts = [many(plan.steps.length, "step"), many(plan.parameters.length, "parameter")];
    return `Creates ${plan.pipelineName}: ${parts.filter((part) => part !== "").join(", ") || "a pipeline without steps"}.`;
  }
  const parts = [countsInWords(plan.steps, "step"), countsInWords(plan.parameters, "parameter"), besides(plan)];
  return `Updates ${plan.pipelineName}: ${parts.filter((part) => part !== "").join("; ")}.`;
}

function besides(plan: PlannedDeploy): string {
  const changed = [
    plan.role === null ? "" : "the role",
    plan.parallelism === null ? "" : "the number of steps at a time",
    plan.displayName === null ? "" : "the display name",
    plan.description === null ? "" : "the description",
    plan.tags.length === 0 ? "" : "the tags",
    plan.order === null ? "" : "the order of the steps",
    plan.definition.length === 0 ? "" : "the rest of the definition",
  ].filter((part) => part !== "");
  return changed.length === 0 ? "" : `${changed.join(", ")} changed`;
}

/** Who may do what, what code runs, where data goes: said before all else. In a new pipeline everything is new, and nothing stands out. */
export function sensitiveChanges(plan: PlannedDeploy): readonly PlacedChange[] {
  return plan.kind === "update" ? sensitiveIn(plan) : [];
}

function sensitiveIn(plan: Pick<Changes, "steps" | "parameters" | "role">): readonly PlacedChange[] {
  const role = plan.role === null ? [] : [{ path: "RoleArn", ...plan.role, sensitive: true, where: "Pipeline" }];
  const inItems = [...plan.steps, ...plan.parameters].flatMap(({ name, fields }) =>
    fields.filter(({ sensitive }) => sensitive).map((field) => ({ ...field, where: name })),
  );
  return [...role, ...inItems];
}

type Changes = Pick<DefinitionChanges, "steps" | "parameters"> & Settings;

/** What stands beside the definition, without the role, which stands with what touches security. */
export function besideChanges(plan: PlannedDeploy): readonly PlacedChange[] {
  return [...settingChanges(plan), ...plan.tags.map(({ key, before, after }) => placed(`Tag ${key}`, before, after))];
}

function settingChanges({ parallelism, displayName, description }: Changes): readonly PlacedChange[] {
  const named = { "Steps at the same time": parallelism, "Display name": displayName, Description: description };
  return Object.entries(named).flatMap(([name, setting]) =>
    setting === null ? [] : [placed(name, setting.before, setting.after)],
  );
}

function placed(path: string, before: string | null, after: string | null): PlacedChange {
  return { path, before, after, sensitive: false, where: null };
}

/** All that a deploy would undo of what others changed, what touches security first. */
export function takenBackChanges({ takenBack }: Drift): readonly PlacedChange[] {
  return changesOf(takenBack, sensitiveIn(takenBack), settingChanges(takenBack));
}

/** All that differs between two definitions, what touches security first. */
export function definitionChanges(changes: DefinitionChanges): readonly PlacedChange[] {
  return changesOf(changes, sensitiveIn({ ...changes, role: null }), []);
}

function changesOf(
  { steps, parameters, order, definition }: DefinitionChanges,
  sensitive: readonly PlacedChange[],
  settings: readonly PlacedChange[],
): readonly PlacedChange[] {
  const items = [...steps, ...parameters];
  const whole = items.flatMap((item) => {
    const said = wholeChange(item);
    return said === null ? [] : [{ ...said, where: item.name }];
  });
  const quiet = items.flatMap(({ name, fields }) =>
    fields.filter((field) => !field.sensitive).map((field) => ({ ...field, where: name })),
  );
  const orders = order === null ? [] : [placed("Steps", order.before, order.after)];
  const rest = [...definition.map((field) => ({ ...field, where: null })), ...orders];
  return [...sensitive, ...whole, ...quiet, ...settings, ...rest];
}

/** What befell a step or a parameter as a whole; null where only its fields are others. */
function wholeChange(item: ItemChange): PlacedChange | null {
  if (item.change === "added") return placed("", null, item.type);
  if (item.change === "removed") return placed("", item.type, null);
  const whence = whenceInWords(item);
  return whence === "" ? null : placed("", null, whence);
}

/** "Last deployed from here 28/11/2026; nobody has changed it there since." */
export function lastFromHereInWords(
  { lastFromHere, deployed, drift, kind }: PlannedDeploy,
  inWords: (moment: string) => string,
): string {
  if (lastFromHere === null) return "Not deployed from this computer yet, so who changed what cannot be told.";
  const when = `Last deployed from this computer ${inWords(lastFromHere)}`;
  if (lastFromHere === deployed?.lastModified) return `${when}; nobody has changed it there since.`;
  if (drift !== null) return `${when}; changed there since.`;
  return kind === "none" ? `${when}.` : `${when}; nothing that was changed there since is undone by this.`;
}
