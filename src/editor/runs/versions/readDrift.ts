import { type Target, targetLabel } from "../../../contract/target";
import { sameDefinition } from "../../../pipeline/compare/compareDefinitions";
import { createDocument, type PipelineDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import type { Side } from "../../session/shownComparison";
import type { VersionCalls } from "./calls";

/** What the target has now against what was deployed from here, or opened here, last. */
export interface Drift {
  readonly before: Side;
  readonly after: Side;
}

/** Null where nobody changed it there, where nothing is known of it here, and where it cannot be asked. */
export async function readDrift(
  calls: Pick<VersionCalls, "listPipelines" | "describePipeline">,
  target: Target,
  { name, layout }: Pick<PipelineDocument, "name" | "layout">,
  options?: { readonly signal: AbortSignal },
): Promise<Drift | null> {
  // Most documents were never deployed: a list says so without an error.
  const listed = await calls.listPipelines({ target, prefix: name }, options);
  if (!listed.ok || !listed.value.pipelines.some((pipeline) => pipeline.name === name)) return null;
  const found = await calls.describePipeline({ target, pipeline: name }, options);
  if (!found.ok || found.value.lastHere === null) return null;
  const { definition, lastHere } = found.value;
  if (sameDefinition(lastHere.definition, definition)) return null;
  const [before, after] = [parseDefinition(lastHere.definition), parseDefinition(definition)];
  if (!before.ok || !after.ok) return null;
  const documentOf = (value: typeof before.value) => ({ ...createDocument("", name, value), layout });
  return {
    before: { label: "Deployed or opened here last", document: documentOf(before.value) },
    after: { label: `${targetLabel(target)} now`, document: documentOf(after.value) },
  };
}
