/**
 * The write. `UpdatePipeline` has neither token nor precondition, so: describe again, stop if the approved plan no longer fits,
 * write once, and on any doubt read back what is there.
 */
import type { ErrorKind } from "../../contract/appError";
import type { Deployed, DeployIntent, Plan } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import type { DescribedPipeline } from "../../contract/pipelines";
import type { ReportedProblem } from "../../contract/problem";
import { sameDefinition } from "../../pipeline/compare/compareDefinitions";
import type { ObjectValue } from "../../pipeline/definition/value";
import { calling } from "../aws/awsError";
import { describePipeline } from "../aws/describePipeline";
import type { Region } from "../aws/region";
import { parallelism } from "../aws/shapes";
import { makePlan } from "./plan";

export type Check = (definition: ObjectValue) => Promise<readonly ReportedProblem[]>;

export interface Approval {
  readonly approved: string;
  readonly anyway: boolean;
  readonly token: string;
}

/** What is deployed under this name now, null where nothing is. */
export async function describeDeployed(region: Region, pipelineName: string): Promise<DescribedPipeline | null> {
  try {
    return await describePipeline(region, pipelineName);
  } catch (thrown) {
    if (thrown instanceof OperationError && thrown.error.kind === "notFound") return null;
    throw thrown;
  }
}

export async function deploy(
  region: Region,
  intent: DeployIntent,
  { approved, anyway, token }: Approval,
  check: Check,
): Promise<Deployed> {
  const before = await describeDeployed(region, intent.pipelineName);
  const plan = await makePlan(intent, before, check);
  refuseStale(plan, approved);
  refuseProblems(plan, anyway);
  if (plan.refusal !== null) {
    throw failed("tooLarge", "DefinitionTooLarge", plan.refusal);
  }
  if (plan.kind === "none" && before !== null) {
    return { outcome: "unchanged", pipelineArn: before.arn, versionId: null, lastModified: before.lastModified };
  }
  return before === null ? create(region, intent, token) : update(region, intent, before);
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

function inputOf(intent: DeployIntent) {
  return {
    PipelineName: intent.pipelineName,
    PipelineDefinition: intent.definition,
    RoleArn: intent.roleArn,
    PipelineDisplayName: intent.displayName,
    PipelineDescription: intent.description,
    ParallelismConfiguration: parallelism(intent.maxParallelSteps),
  };
}

async function create(region: Region, intent: DeployIntent, token: string): Promise<Deployed> {
  try {
    await calling("CreatePipeline", () =>
      region.write.createPipeline({ ...inputOf(intent), ClientRequestToken: token }),
    );
    return await readBack(region, intent, "created", null);
  } catch (thrown) {
    return settleDoubt(region, intent, null, thrown);
  }
}

async function update(region: Region, intent: DeployIntent, before: DescribedPipeline): Promise<Deployed> {
  try {
    const written = await calling("UpdatePipeline", () => region.write.updatePipeline(inputOf(intent)));
    return await readBack(region, intent, "updated", written.PipelineVersionId ?? null);
  } catch (thrown) {
    return settleDoubt(region, intent, before, thrown);
  }
}

/** Looks at what the write left, and says so where it is someone else's by now. */
async function readBack(
  region: Region,
  intent: DeployIntent,
  outcome: "created" | "updated",
  versionId: number | null,
): Promise<Deployed> {
  const after = await describeDeployed(region, intent.pipelineName);
  if (after !== null && isOurs(after, intent)) {
    return { outcome, pipelineArn: after.arn, versionId, lastModified: after.lastModified };
  }
  throw uncertain("The pipeline was written, and changed by someone else right after.");
}

function isOurs(after: DescribedPipeline, intent: DeployIntent): boolean {
  return after.roleArn === intent.roleArn && sameDefinition(after.definition, intent.definition);
}

/** A write that failed without a refusal may have happened. Reads back and tells which of three: ours, unchanged, someone else's. */
async function settleDoubt(
  region: Region,
  intent: DeployIntent,
  before: DescribedPipeline | null,
  thrown: unknown,
): Promise<Deployed> {
  if (!(thrown instanceof OperationError)) throw thrown;
  if (before === null && /already exists/i.test(thrown.error.message)) {
    const message = "A pipeline of this name was created since the plan.";
    throw new OperationError({ ...thrown.error, kind: "stale", name: "StalePlan", message });
  }
  if (thrown.error.kind !== "network" && thrown.error.kind !== "unexpected") throw thrown;
  let after: DescribedPipeline | null;
  try {
    after = await describeDeployed(region, intent.pipelineName);
  } catch {
    throw uncertain("The connection broke during the write, and what is deployed now could not be read.");
  }
  if (after !== null && isOurs(after, intent)) {
    const outcome = before === null ? "created" : "updated";
    return { outcome, pipelineArn: after.arn, versionId: null, lastModified: after.lastModified };
  }
  // Unchanged: the write did not happen, and its own error says why.
  if (JSON.stringify(after) === JSON.stringify(before)) throw thrown;
  throw uncertain("The connection broke during the write, and someone else's change is there now.");
}

function failed(kind: ErrorKind, name: string, message: string): OperationError {
  return new OperationError({ kind, name, message, operation: "deploy" });
}

function uncertain(message: string): OperationError {
  return failed("uncertain", "OutcomeUncertain", message);
}
