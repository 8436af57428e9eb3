/** Looks at what a write left. One answer may be stale, and one failure passes, so it looks again after each pause. */
import type { AppError, ErrorKind } from "../../contract/appError";
import { OperationError } from "../../contract/operationError";
import type { DescribedPipeline } from "../../contract/pipelines";
import type { Region } from "../aws/region";
import { pause } from "../aws/timeLimits";
import { describeDeployed } from "./describeDeployed";
import { isOurs, type Sent } from "./sent";

export type Left =
  | { readonly is: "ours"; readonly deployed: DescribedPipeline }
  /** What was there before the write. */
  | { readonly is: "unchanged" }
  /** Neither of the two: someone else's, or an answer of earlier. */
  | { readonly is: "another" }
  | { readonly is: "unknown"; readonly error: AppError };

/** Looking again does not cure these. */
const stays: ReadonlySet<ErrorKind> = new Set(["accessDenied", "credentials", "validation"]);

export async function readBack(region: Region, sent: Sent, before: DescribedPipeline | null): Promise<Left> {
  let left = await look(region, sent, before);
  for (const wait of region.pauses) {
    if (left.is === "ours" || (left.is === "unknown" && stays.has(left.error.kind))) return left;
    await pause(wait);
    const last = left;
    left = await look(region, sent, before);
    if (isTimeout(last) && isTimeout(left)) return left;
  }
  return left;
}

/** Twice in a row over the whole of the time limit is enough. */
function isTimeout(left: Left): boolean {
  return left.is === "unknown" && left.error.kind === "timeout";
}

export async function look(region: Region, sent: Sent, before: DescribedPipeline | null): Promise<Left> {
  try {
    const after = await describeDeployed(region, sent.request.PipelineName);
    if (after !== null && isOurs(after, sent)) return { is: "ours", deployed: after };
    if (JSON.stringify(after) === JSON.stringify(before)) return { is: "unchanged" };
    return { is: "another" };
  } catch (thrown) {
    if (!(thrown instanceof OperationError)) throw thrown;
    return { is: "unknown", error: thrown.error };
  }
}
