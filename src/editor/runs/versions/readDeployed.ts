import type { AppError } from "../../../contract/appError";
import type { DeployedVersion } from "../../../contract/pipelines";
import { type Target, targetLabel } from "../../../contract/target";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import type { Side } from "../../session/shownComparison";
import type { VersionCalls } from "./calls";

/** What is deployed of a pipeline, now or in one of its versions, as a side of a comparison; or why it cannot be read, as a sentence. */
export async function readDeployed(
  calls: Pick<VersionCalls, "describePipeline">,
  target: Target,
  pipeline: string,
  version?: number,
): Promise<Side | string> {
  const where = targetLabel(target);
  const found = await calls.describePipeline({ target, pipeline, ...(version !== undefined && { version }) });
  if (!found.ok) return whyNotDeployed(found.error, pipeline, target);
  const parsed = parseDefinition(found.value.definition);
  if (!parsed.ok) return `What is deployed as ${pipeline} is no definition that can be read: ${parsed.refusal.message}`;
  const label = version === undefined ? `Deployed to ${where}` : `Version ${version} of ${where}`;
  return { label, document: createDocument("", found.value.name, parsed.value) };
}

/** The versions of a pipeline, the newest first; none where they cannot be read: not every profile may. */
export async function readVersions(
  calls: Pick<VersionCalls, "listPipelineVersions">,
  target: Target,
  pipeline: string,
): Promise<readonly DeployedVersion[]> {
  const found = await calls.listPipelineVersions({ target, pipeline });
  return found.ok ? found.value.versions : [];
}

/** Why what is deployed cannot be read, as a sentence. */
export function whyNotDeployed({ kind, message }: AppError, pipeline: string, target: Target): string {
  const where = targetLabel(target);
  if (kind !== "notFound") return `What is deployed to ${where} cannot be read: ${message}`;
  return `There is no such pipeline ${pipeline} at the target ${where}. Deploy it first, or choose another target.`;
}
