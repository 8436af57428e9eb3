/**
 * A deploy. `UpdatePipeline` has neither token nor precondition, so: describe again, stop if the approved plan no longer fits,
 * write once, and read back what is there.
 */
import type { ErrorKind } from "../../contract/appError";
import type { Deployed, DeployIntent, Plan } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import type { ReportedProblem } from "../../contract/problem";
import type { ObjectValue } from "../../pipeline/definition/value";
import type { Region } from "../aws/region";
import { newestVersions } from "../aws/versions";
import { describeDeployed } from "./describeDeployed";
import { makePlan } from "./plan";
import { sentOf } from "./sent";
import { write } from "./write";

export type Check = (definition: ObjectValue) => Promise<readonly ReportedProblem[]>;

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
  const before = await describeDeployed(region, intent.pipelineName);
  const plan = await makePlan(intent, before, check);
  refuseStale(plan, approved);
  refuseProblems(plan, anyway);
  if (plan.refusal !== null) {
    throw failed("tooLarge", "DefinitionTooLarge", plan.refusal);
  }
  if (plan.kind === "none" && before !== null) {
    const { arn: pipelineArn, lastModified } = before;
    return { outcome: "unchanged", pipelineArn, versionId: null, lastModified, over: [] };
  }
  return write({ region, sent: sentOf(intent, before), before, newest: newest?.[0] ?? null }, token);
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
