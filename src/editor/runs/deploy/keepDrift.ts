import type { Drift } from "../../../contract/deploy";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import { setDefinition, setSettings } from "../../../pipeline/edits/document";
import type { Editor } from "../../session/createEditor";

/**
 * Takes over into the document what was changed at the target, as one entry of the history.
 *
 * @returns the role there, null where it is the same; null for all where the document is no longer the one that was compared.
 */
export function keepDrift(
  editor: Editor,
  { merged, takenBack }: Drift,
  compared: PipelineDocument,
): { readonly roleArn: string | null } | null {
  const parsed = parseDefinition(merged);
  const { document, readOnly } = editor.store.getState();
  if (!parsed.ok || document !== compared || readOnly) {
    editor.notice("warning", "The document changed meanwhile. Plan again, then keep their changes.");
    return null;
  }
  const limit = takenBack.parallelism;
  editor.edit("Keep what was changed at the target", (before) => {
    const after = setDefinition(parsed.value)(before);
    if (limit === null) return after;
    return setSettings({ maxParallelSteps: limit.before === null ? undefined : Number(limit.before) })(after);
  });
  return { roleArn: takenBack.role?.before ?? null };
}
