import { OperationError } from "../../contract/operationError";
import type { DescribedPipeline } from "../../contract/pipelines";
import { describePipeline } from "../aws/describePipeline";
import type { Region } from "../aws/region";

/** What is deployed under this name now, null where nothing is. */
export async function describeDeployed(region: Region, pipelineName: string): Promise<DescribedPipeline | null> {
  try {
    return await describePipeline(region, pipelineName);
  } catch (thrown) {
    if (thrown instanceof OperationError && thrown.error.kind === "notFound") return null;
    throw thrown;
  }
}
