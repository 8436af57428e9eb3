/** What stands at the target before a deploy, and what stood there when it was deployed from here last. */
import type { DeployIntent, Tag } from "../../contract/deploy";
import type { DescribedPipeline } from "../../contract/pipelines";
import type { LastDeployed } from "../aws/memory";
import type { Region } from "../aws/region";
import { listTags } from "../aws/tags";
import { describeDeployed } from "./describeDeployed";

export interface Standing {
  readonly deployed: DescribedPipeline | null;
  /** Null where the deploy says nothing of tags. */
  readonly tags: readonly Tag[] | null;
  /** Null where this computer has not deployed it. */
  readonly last: LastDeployed | null;
}

export async function standingOf(region: Region, { pipelineName, tags }: DeployIntent): Promise<Standing> {
  const deployed = await describeDeployed(region, pipelineName);
  if (deployed === null) return { deployed, tags: tags === undefined ? null : [], last: null };
  return {
    deployed,
    tags: tags === undefined ? null : await listTags(region, deployed.arn),
    last: region.lastDeployed.read(deployed.arn),
  };
}
