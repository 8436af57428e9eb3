/** What was deployed from this computer last: a help in telling who changed what, and never a reason to fail. */
import type { Tag } from "../../contract/deploy";
import type { DescribedPipeline } from "../../contract/pipelines";

/** A pipeline as it was read back right after it was deployed. */
export interface LastDeployed {
  readonly pipeline: DescribedPipeline;
  /** The tags that were wanted, null where nothing was said of them. */
  readonly tags: readonly Tag[] | null;
}

export interface Memory {
  /** Null where nothing is known of that pipeline. */
  read(arn: string): LastDeployed | null;
  write(last: LastDeployed): void;
}

export function inMemory(): Memory {
  const known = new Map<string, LastDeployed>();
  return { read: (arn) => known.get(arn) ?? null, write: (last) => void known.set(last.pipeline.arn, last) };
}
