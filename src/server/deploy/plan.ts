/** What a deploy would change: made to be looked at, and made again right before the write to see that it still holds. */
import { createHash } from "node:crypto";
import type { DeployIntent, Plan } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import { clipped, differ } from "../../pipeline/compare/changes";
import { compareDefinitions } from "../../pipeline/compare/compareDefinitions";
import { compareEdges } from "../../pipeline/compare/compareEdges";
import { meaningOf } from "../../pipeline/compare/meaning";
import { blankDefinition } from "../../pipeline/definition/document";
import { parseDefinition } from "../../pipeline/definition/parse";
import type { ObjectValue } from "../../pipeline/definition/value";
import type { Region } from "../aws/region";
import type { Check } from "./check";
import { longest, readDeployed, settingsOf, tagChanges } from "./differences";
import { driftOf } from "./drift";
import { type Standing, standingOf } from "./standing";
import { uploadOf } from "./upload";

/** The plan for what stands there now. */
export async function planFor(region: Region, intent: DeployIntent, check: Check): Promise<Plan> {
  return makePlan(region, intent, await standingOf(region, intent), check);
}

/** Makes the plan from what stands there and what is to be. `check` runs the product's own rules. */
export async function makePlan(region: Region, intent: DeployIntent, standing: Standing, check: Check): Promise<Plan> {
  const { deployed, tags: tagsNow, last } = standing;
  const ours = readDefinition(intent.definition);
  const theirs = deployed === null ? blankDefinition : readDeployed(deployed);
  const changes = compareDefinitions(theirs, ours);
  const settings = settingsOf(deployed, intent);
  const tags = tagsNow === null ? [] : tagChanges(tagsNow, intent.tags ?? [], last?.tags ?? []);
  const isSame = !differ(changes) && Object.values(settings).every((setting) => setting === null);
  return {
    kind: deployed === null ? "create" : isSame && tags.length === 0 ? "none" : "update",
    pipelineName: intent.pipelineName,
    fingerprint: fingerprint(intent, standing),
    deployed:
      deployed === null
        ? null
        : { arn: deployed.arn, lastModified: deployed.lastModified, lastModifiedBy: deployed.lastModifiedBy },
    ...clipped(changes, longest),
    ...settings,
    tags,
    meanings: [...meaningOf({ changes, edges: compareEdges(theirs, ours), after: ours })],
    lastFromHere: last?.pipeline.lastModified ?? null,
    drift: driftOf(intent, ours, standing),
    upload: await uploadOf(region, intent),
    problems: [...(await check(ours))],
  };
}

/** True where all that changes are tags: they make no version. */
export function isOnlyTags(plan: Plan): boolean {
  const settings = [plan.role, plan.parallelism, plan.displayName, plan.description];
  return plan.kind === "update" && !differ(plan) && settings.every((setting) => setting === null);
}

function readDefinition(definition: string): ObjectValue {
  const parsed = parseDefinition(definition);
  if (parsed.ok) return parsed.value;
  const { message } = parsed.refusal;
  throw new OperationError({ kind: "request", name: "NotADefinition", message, operation: "plan" });
}

/** The same for the same deployed state and the same intent; anything else that either could be gives another. */
function fingerprint({ target, ...intent }: DeployIntent, { deployed, tags, last }: Standing): string {
  const told = [
    target.kind === "local" ? ["local"] : [target.profile, target.region],
    [intent.pipelineName, intent.definition, intent.roleArn],
    [intent.maxParallelSteps ?? "", intent.maxParallelSteps === null, intent.displayName ?? null],
    [intent.description ?? null, intent.tags ?? null, intent.bucket ?? null],
    [deployed, tags, last?.tags ?? null],
  ];
  return createHash("sha256").update(JSON.stringify(told)).digest("base64url");
}
