import { type Target, targetKey } from "../../../contract/target";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import { rememberForTarget, setSettings } from "../../../pipeline/edits/document";
import type { Documents } from "../../session/documents";
import type { VersionCalls } from "./calls";
import { whyNotDeployed } from "./readDeployed";

/** Opens what is deployed as a new document that goes back to the same target; or why it cannot be, as a sentence. */
export async function openDeployed(
  calls: Pick<VersionCalls, "describePipeline">,
  documents: Pick<Documents, "openNew">,
  target: Target,
  pipeline: string,
): Promise<string | null> {
  const found = await calls.describePipeline({ target, pipeline, opens: true });
  if (!found.ok) return whyNotDeployed(found.error, pipeline, target);
  const { name, definition, roleArn, maxParallelSteps } = found.value;
  const parsed = parseDefinition(definition);
  if (!parsed.ok) return `${name} was not opened: ${parsed.refusal.message}`;
  const key = targetKey(target);
  const settings = setSettings({ target: key, ...(maxParallelSteps !== null && { maxParallelSteps }) });
  const role = roleArn === null ? settings : rememberForTarget(key, { roleArn });
  documents.openNew((id) => settings(role(createDocument(id, name, parsed.value))));
  return null;
}
