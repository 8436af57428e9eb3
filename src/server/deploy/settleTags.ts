/** Makes a pipeline's tags those of the plan. Setting and taking away a tag have one effect however often they are sent. */
import type { AppError } from "../../contract/appError";
import type { Plan, Tag } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import { calling } from "../aws/awsError";
import type { Region } from "../aws/region";
import { listTags } from "../aws/tags";
import { pause } from "../aws/timeLimits";

export function toAws(tags: readonly Tag[]) {
  return tags.map(({ key, value }) => ({ Key: key, Value: value }));
}

/** Why they are not as they were to be; null where they are. What is said is what was read back. */
export async function settleTags(region: Region, arn: string, changes: Plan["tags"]): Promise<AppError | null> {
  if (changes.length === 0) return null;
  let failure: AppError | null = null;
  for (const wait of [0, ...region.pauses]) {
    if (wait > 0) await pause(wait);
    try {
      const left = await missing(region, arn, changes);
      if (left.length === 0) return null;
      await send(region, arn, left);
    } catch (thrown) {
      if (!(thrown instanceof OperationError)) throw thrown;
      failure = thrown.error;
    }
  }
  const left = await missing(region, arn, changes).catch(() => changes);
  return left.length === 0 ? null : (failure ?? notThere);
}

const notThere: AppError = {
  ...{ kind: "uncertain", name: "OutcomeUncertain", operation: "deploy" },
  message: "The tags were taken, and are not shown yet.",
};

async function missing(region: Region, arn: string, changes: Plan["tags"]): Promise<Plan["tags"]> {
  const there = new Map((await listTags(region, arn)).map(({ key, value }) => [key, value]));
  return changes.filter(({ key, after }) => (there.get(key) ?? null) !== after);
}

async function send({ write }: Region, arn: string, changes: Plan["tags"]): Promise<void> {
  const set = changes.flatMap(({ key, after }) => (after === null ? [] : [{ key, value: after }]));
  const gone = changes.flatMap(({ key, after }) => (after === null ? [key] : []));
  if (set.length > 0) await calling("AddTags", () => write.addTags({ ResourceArn: arn, Tags: toAws(set) }));
  if (gone.length > 0) await calling("DeleteTags", () => write.deleteTags({ ResourceArn: arn, TagKeys: gone }));
}
