import type { AppError } from "../../../contract/appError";
import { type Target, targetLabel } from "../../../contract/target";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import type { Side } from "../../session/shownComparison";
import type { VersionCalls } from "./calls";

/** What is deployed of a pipeline, as a side of a comparison; or why it cannot be read, as a sentence. */
export async function readDeployed(calls: VersionCalls, target: Target, pipeline: string): Promise<Side | string> {
  const where = targetLabel(target);
  const found = await calls.describePipeline({ target, pipeline });
  if (!found.ok) return whyUnread(found.error, pipeline, where);
  const parsed = parseDefinition(found.value.definition);
  if (!parsed.ok) return `What is deployed as ${pipeline} is no definition that can be read: ${parsed.refusal.message}`;
  return { label: `Deployed to ${where}`, document: createDocument("", pipeline, parsed.value) };
}

function whyUnread({ kind, message }: AppError, pipeline: string, where: string): string {
  if (kind === "notFound")
    return `There is no pipeline ${pipeline} at the target ${where}. Deploy it first, or choose another target.`;
  return `What is deployed to ${where} cannot be read: ${message}`;
}
