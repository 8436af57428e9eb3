import type { Path } from "../definition/path";
import { get, getIn, isList, text } from "../definition/value";

/** Where a Cleanup step has them. */
export const sourcesPath: Path = ["Arguments", "Resources", "S3"];

/** The steps whose outputs a Cleanup step deletes, in their order; "" for a source that names none. */
export function cleanupSources(step: Parameters<typeof getIn>[0]): readonly string[] {
  const list = getIn(step, sourcesPath);
  return isList(list) ? list.map((source) => text(get(source, "StepName")) ?? "") : [];
}
