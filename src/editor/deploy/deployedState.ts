/** Whether what would run is what stands on the screen. */
import type { AppError } from "../../contract/appError";
import type { Plan } from "../../contract/deploy";
import type { Target } from "../../contract/target";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { parseDefinition } from "../../pipeline/definition/parse";
import { serialise } from "../../pipeline/definition/serialise";
import { isObject, type ObjectValue } from "../../pipeline/definition/value";
import type { DeployCalls } from "./createDeploy";

export type DeployedState =
  | { readonly is: "same" }
  | { readonly is: "absent" }
  /** `definition` is what is deployed; null where it cannot be read. */
  | { readonly is: "different"; readonly plan: Plan; readonly definition: ObjectValue | null }
  | { readonly is: "unknown"; readonly error: AppError };

export async function readDeployedState(
  document: PipelineDocument,
  target: Target,
  calls: Pick<DeployCalls, "plan" | "describePipeline">,
  signal: AbortSignal,
): Promise<DeployedState> {
  const found = await calls.describePipeline({ target, pipeline: document.name }, { signal });
  if (!found.ok) return found.error.kind === "notFound" ? { is: "absent" } : { is: "unknown", error: found.error };
  // The role is not what is asked here, so the deployed one stands in the plan.
  const { roleArn, definition } = found.value;
  const intent = { target, pipelineName: document.name, definition: serialise(document.definition) };
  const planned = await calls.plan({ ...intent, roleArn: roleArn ?? "" }, { signal });
  if (!planned.ok) return { is: "unknown", error: planned.error };
  if (planned.value.kind === "none") return { is: "same" };
  const parsed = parseDefinition(definition);
  return {
    is: "different",
    plan: planned.value,
    definition: parsed.ok && isObject(parsed.value) ? parsed.value : null,
  };
}
