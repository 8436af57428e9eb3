import type { PipelineDocument } from "../../pipeline/definition/document";
import { samePath } from "../../pipeline/definition/path";
import { listSteps, stepsByKey } from "../../pipeline/graph/stepTree";

/** Says by which key a step of before goes now; null where it is gone. */
export function keyCarrier(before: PipelineDocument, after: PipelineDocument): (key: string) => string | null {
  const old = stepsByKey(before.definition);
  const now = stepsByKey(after.definition);
  return (key) => {
    if (now.has(key)) return key;
    const entry = old.get(key);
    if (entry === undefined) return null;
    const there = listSteps(after.definition).find(({ path }) => samePath(path, entry.path))?.key;
    // Another step that moved up into the place is not the same step.
    return there !== undefined && !old.has(there) ? there : null;
  };
}
