/** Three ways: what was deployed from here last, what is there now, and what is to be. Told is what this deploy would undo of others'. */
import type { DeployIntent, Drift } from "../../contract/deploy";
import type { DescribedPipeline } from "../../contract/pipelines";
import { clipped, differ } from "../../pipeline/compare/changes";
import { compareDefinitions } from "../../pipeline/compare/compareDefinitions";
import { mergeDefinitions } from "../../pipeline/compare/mergeDefinitions";
import { serialise } from "../../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../../pipeline/definition/value";
import { longest, readDeployed, settingsOf } from "./differences";
import type { Standing } from "./standing";

/** Null where nobody else changed what this deploy changes, or where that is not known. */
export function driftOf(intent: DeployIntent, ours: ObjectValue, { deployed, last }: Standing): Drift | null {
  if (deployed === null || last === null) return null;
  const [base, theirs] = [readDeployed(last.pipeline), readDeployed(deployed)];
  const { merged, conflicts } = mergeDefinitions(base, ours, theirs);
  const changes = compareDefinitions(merged, ours);
  const settings = settingsTakenBack(intent, last.pipeline, deployed);
  const isQuiet = !differ(changes) && Object.values(settings).every((setting) => setting === null);
  if (isQuiet && conflicts.length === 0) return null;
  return {
    takenBack: { ...clipped(changes, longest), ...settings },
    contested: conflicts.map(({ step, field, ...sides }) => ({
      ...{ step, field },
      base: print(sides.base),
      there: print(sides.theirs),
      here: print(sides.ours),
    })),
    merged: serialise(merged),
  };
}

/** What stands beside the definition and was changed there, where this deploy makes it another. */
function settingsTakenBack(intent: DeployIntent, before: DescribedPipeline, now: DescribedPipeline) {
  const { role, parallelism, displayName, description } = settingsOf(now, intent);
  return {
    role: before.roleArn === now.roleArn ? null : role,
    parallelism: before.maxParallelSteps === now.maxParallelSteps ? null : parallelism,
    displayName: before.displayName === now.displayName ? null : displayName,
    description: before.description === now.description ? null : description,
  };
}

function print(value: Value | undefined): string | null {
  if (value === undefined) return null;
  const text = serialise(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
