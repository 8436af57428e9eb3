/** What a deploy would change: made to be looked at, and made again right before the write to see that it still holds. */
import { createHash } from "node:crypto";
import type { DeployIntent, Plan } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import type { DescribedPipeline } from "../../contract/pipelines";
import type { ReportedProblem } from "../../contract/problem";
import { clipped, differ } from "../../pipeline/compare/changes";
import { compareDefinitions } from "../../pipeline/compare/compareDefinitions";
import { blankDefinition } from "../../pipeline/definition/document";
import { parseDefinition } from "../../pipeline/definition/parse";
import type { ObjectValue } from "../../pipeline/definition/value";

/** From here on SageMaker wants the definition through S3 (as the Python SDK does it). */
export const largestInline = 102_400;

/** Longest text of a value that a plan tells; a whole training step still fits. */
const longest = 4000;

/** Makes the plan from what is deployed now (null: nothing) and what is to be. `check` runs the product's own rules. */
export async function makePlan(
  intent: DeployIntent,
  deployed: DescribedPipeline | null,
  check: (definition: ObjectValue) => Promise<readonly ReportedProblem[]>,
): Promise<Plan> {
  const ours = readDefinition(intent.definition);
  const changes = compareDefinitions(deployed === null ? blankDefinition : readDeployed(deployed), ours);
  const settings = {
    role: differs(deployed?.roleArn ?? null, intent.roleArn),
    // What the page does not say, an update leaves as it is.
    parallelism: differs(textOf(deployed?.maxParallelSteps), textOf(intent.maxParallelSteps)),
    displayName: differs(deployed?.displayName ?? null, intent.displayName),
    description: differs(deployed?.description ?? null, intent.description),
  };
  const nothing = !differ(changes) && Object.values(settings).every((difference) => difference === null);
  return {
    kind: deployed === null ? "create" : nothing ? "none" : "update",
    pipelineName: intent.pipelineName,
    fingerprint: fingerprint(intent, deployed),
    deployed:
      deployed === null
        ? null
        : { arn: deployed.arn, lastModified: deployed.lastModified, lastModifiedBy: deployed.lastModifiedBy },
    ...clipped(changes, longest),
    ...settings,
    problems: [...(await check(ours))],
    refusal: refusalOf(intent),
  };
}

/** Why the target cannot take this definition, null where it can. */
function refusalOf({ target, definition }: DeployIntent): string | null {
  const bytes = Buffer.byteLength(definition);
  if (target.kind === "local" || bytes < largestInline) return null;
  const size = bytes.toLocaleString("en");
  return `The definition has ${size} bytes. SageMaker takes ${largestInline.toLocaleString("en")} and more only through S3, which Stepwire cannot do yet.`;
}

function readDefinition(definition: string): ObjectValue {
  const parsed = parseDefinition(definition);
  if (parsed.ok) return parsed.value;
  const { message } = parsed.refusal;
  throw new OperationError({ kind: "request", name: "NotADefinition", message, operation: "plan" });
}

/** What is deployed may be anything that SageMaker once took; what cannot be read counts as all different. */
function readDeployed({ definition }: DescribedPipeline): ObjectValue {
  const parsed = parseDefinition(definition);
  return parsed.ok ? parsed.value : blankDefinition;
}

function textOf(value: number | null | undefined): string | null | undefined {
  return typeof value === "number" ? String(value) : value;
}

function differs(before: string | null | undefined, after: string | null | undefined): Plan["role"] {
  if (after === undefined || (before ?? null) === after) return null;
  return { before: before ?? null, after };
}

/** The same for the same deployed state and the same intent; anything else that either could be gives another. */
function fingerprint({ target, ...intent }: DeployIntent, deployed: DescribedPipeline | null): string {
  const told = [
    target.kind === "local" ? ["local"] : [target.profile, target.region],
    [intent.pipelineName, intent.definition, intent.roleArn],
    [intent.maxParallelSteps ?? "", intent.maxParallelSteps === null, intent.displayName ?? null],
    [intent.description ?? null],
    deployed,
  ];
  return createHash("sha256").update(JSON.stringify(told)).digest("base64url");
}
