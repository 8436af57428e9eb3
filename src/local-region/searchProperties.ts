/** Properties of what is searched: `PipelineName`, `Tags.team`, `ParallelismConfiguration.MaxParallelExecutionSteps`. */
import { lookup } from "../pipeline/definition/byName";
import { isInput } from "./input";

const ofAll = ["PipelineArn", "CreationTime", "LastModifiedTime", "CreatedBy", "LastModifiedBy"];
const named = ["PipelineVersionId", "PipelineVersionDisplayName"];

/** The members of the API's shapes Pipeline, PipelineVersion and PipelineExecution. */
const properties: Readonly<Record<string, readonly string[]>> = {
  Pipeline: [
    ...["PipelineName", "PipelineDisplayName", "PipelineDescription", "RoleArn", "PipelineStatus", "LastRunTime"],
    ...["ParallelismConfiguration", "Tags"],
  ],
  PipelineVersion: [
    ...[...named, "PipelineVersionDescription", "PipelineVersionAliases", "LastExecutedPipelineExecutionArn"],
    ...["LastExecutedPipelineExecutionDisplayName", "LastExecutedPipelineExecutionStatus"],
  ],
  PipelineExecution: [
    ...[...named, "PipelineExecutionArn", "PipelineExecutionDisplayName", "PipelineExecutionStatus"],
    ...["PipelineExecutionDescription", "PipelineExperimentConfig", "FailureReason", "ParallelismConfiguration"],
    ...["SelectiveExecutionConfig", "PipelineParameters"],
  ],
};

export function knownProperties(resource: string): ReadonlySet<string> {
  return new Set([...ofAll, ...(lookup(properties, resource) ?? [])]);
}

/** What stands there; in a list of pairs, such as tags, the value under a key. */
export function propertyOf(record: unknown, path: string): unknown {
  let at = record;
  for (const segment of path.split(".")) {
    if (Array.isArray(at)) at = at.find((pair) => pair?.Key === segment || pair?.Name === segment)?.Value;
    else at = isInput(at) && Object.hasOwn(at, segment) ? at[segment] : undefined;
  }
  return at;
}

/** Numbers by size, all else as text; what is not there comes first. */
export function compareProperties(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [left, right] = [String(one ?? ""), String(other ?? "")];
  return left < right ? -1 : left > right ? 1 : 0;
}
