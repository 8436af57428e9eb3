/** Whether what would run is what stands on the screen. */
import type { AppError } from "../../../contract/appError";
import type { Plan } from "../../../contract/deploy";
import type { Target } from "../../../contract/target";
import { differ } from "../../../pipeline/compare/changes";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { serialise } from "../../../pipeline/definition/serialise";
import type { DeployCalls } from "./createDeploy";
import { localRole, roleFor } from "./role";

export type DeployedState =
  | { readonly is: "same" }
  | { readonly is: "absent" }
  | { readonly is: "different"; readonly plan: Plan }
  | { readonly is: "unknown"; readonly error: AppError };

/** Asked by a plan that nobody will carry out: it says in one call whether there is a pipeline and what differs. */
export async function readDeployedState(
  document: PipelineDocument,
  target: Target,
  calls: Pick<DeployCalls, "plan">,
  signal: AbortSignal,
): Promise<DeployedState> {
  // The role plays no part in what runs differently; where none is known any will do.
  const roleArn = roleFor(document, target) ?? localRole;
  const definition = serialise(document.definition);
  const planned = await calls.plan({ target, pipelineName: document.name, definition, roleArn }, { signal });
  if (!planned.ok) return { is: "unknown", error: planned.error };
  const plan = { ...planned.value, role: null };
  if (plan.kind === "create") return { is: "absent" };
  return differ(plan) ? { is: "different", plan } : { is: "same" };
}

/** The parameters of this document that what is deployed does not declare: a start of that would be refused with them. */
export function undeployedParameters(state: DeployedState | null): ReadonlySet<string> {
  const items = state?.is === "different" ? state.plan.parameters : [];
  return new Set(items.filter(({ change }) => change === "added").map(({ name }) => name));
}
