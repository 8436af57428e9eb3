/**
 * A deploy. `UpdatePipeline` has neither token nor precondition, so: describe again, stop if the approved plan no longer fits,
 * write once, and read back what is there.
 */
import type { ErrorKind } from "../../contract/appError";
import type { Deployed, DeployIntent, Plan } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import type { DescribedPipeline } from "../../contract/pipelines";
import type { Region } from "../aws/region";
import { newestVersions } from "../aws/versions";
import type { Check } from "./check";
import { isOnlyTags, makePlan } from "./plan";
import { sentOf } from "./sent";
import { settleTags, toAws } from "./settleTags";
import { standingOf } from "./standing";
import { upload } from "./upload";
import { type Written, write } from "./write";

export interface Approval {
  readonly approved: string;
  readonly anyway: boolean;
  readonly token: string;
}

export async function deploy(
  region: Region,
  intent: DeployIntent,
  { approved, anyway, token }: Approval,
  check: Check,
): Promise<Deployed> {
  // Before the look: a version that comes after it and before ours is someone else's, and the write would hide it.
  const newest = await newestVersions(region, intent.pipelineName, 1);
  const standing = await standingOf(region, intent);
  const plan = await makePlan(region, intent, standing, check);
  refuseStale(plan, approved);
  refuseProblems(plan, anyway);
  const { deployed: before } = standing;
  const { deployed, ...written } =
    before !== null && (plan.kind === "none" || isOnlyTags(plan))
      ? left(before, plan)
      : await write(
          {
            ...{ region, before, newest: newest?.[0] ?? null, tags: toAws(intent.tags ?? []) },
            sent: sentOf(intent, before, await upload(region, intent, plan)),
          },
          token,
        );
  const tagsFailed = intent.tags === undefined ? null : await settleTags(region, deployed.arn, plan.tags);
  const tags = intent.tags === undefined || tagsFailed !== null ? standing.last?.tags : intent.tags;
  region.lastDeployed.write({ pipeline: deployed, tags: tags ?? null });
  return { ...written, tagsFailed };
}

/** All but the tags stays as it is. */
function left(deployed: DescribedPipeline, { kind }: Plan): Written {
  const { arn: pipelineArn, lastModified } = deployed;
  const outcome = kind === "none" ? "unchanged" : "updated";
  return { deployed, outcome, pipelineArn, versionId: null, lastModified, over: [] };
}

function refuseStale(plan: Plan, approved: string): void {
  if (plan.fingerprint === approved) return;
  throw failed("stale", "StalePlan", "The plan no longer fits what is deployed or what is to be deployed.");
}

function refuseProblems({ problems }: Plan, anyway: boolean): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0 || anyway) return;
  const message =
    errors.length === 1 ? "The definition has a problem." : `The definition has ${errors.length} problems.`;
  throw new OperationError({ kind: "problems", name: "DefinitionHasProblems", message, operation: "deploy", problems });
}

function failed(kind: ErrorKind, name: string, message: string): OperationError {
  return new OperationError({ kind, name, message, operation: "deploy" });
}
