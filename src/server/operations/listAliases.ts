import { versionsWithAliases } from "../aws/aliases";
import { describePipeline } from "../aws/describePipeline";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

/** As many as somebody chooses from. */
const most = 100;

export const listAliases: Operation<"listAliases"> = async ({ target, pipeline }, { regions }) => {
  const region = await regions.region(target);
  const { arn } = await describePipeline(region, pipeline);
  const versions = await versionsWithAliases(region, pipeline);
  return {
    pipelineArn: arn,
    aliases: versions
      .flatMap(({ id, aliases }) => aliases.map((name) => ({ name, version: id })))
      .toSorted((one, other) => one.name.localeCompare(other.name)),
    versions: versions.slice(0, most).map(({ id, created }) => ({ id, created: moment(created) })),
  };
};
