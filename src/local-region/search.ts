/** Search over pipelines, their versions and executions (API Search, SearchRecord). */
import { lookup } from "../pipeline/definition/byName";
import type { Call, Operation, Output } from "./call";
import { seconds } from "./call";
import { toldExecution } from "./executions";
import { optionalChoice, optionalText, requiredText, violated } from "./input";
import { pageOf } from "./paging";
import { toldPipeline } from "./pipelines";
import { executionStatusOf, versionOf } from "./progress";
import { expressionIn, meets } from "./searchExpression";
import { compareProperties, knownProperties, propertyOf } from "./searchProperties";
import type { PipelineRecord } from "./state/records";
import { toldVersion } from "./versions";

const resources: Readonly<Record<string, (call: Call, pipeline: PipelineRecord) => readonly Output[]>> = {
  Pipeline: (_call, pipeline) => [{ ...toldPipeline(pipeline), Tags: pipeline.tags }],
  PipelineVersion: versionsOf,
  PipelineExecution: executionsOf,
};

export const search: Operation = (call, input) => {
  const resource = requiredText(input, "Resource");
  const recordsOf = lookup(resources, resource);
  if (recordsOf === undefined) {
    const known = Object.keys(resources).join(", ");
    throw violated("Resource", resource, `Member must satisfy enum value set: [${known}]`);
  }
  const known = knownProperties(resource);
  const expression = expressionIn(input, known);
  const by = optionalText(input, "SortBy") ?? "LastModifiedTime";
  const isAscending = optionalChoice(input, "SortOrder", ["Ascending", "Descending"]) === "Ascending";
  const found = call.store
    .pipelines(call.region)
    .flatMap((pipeline) => recordsOf(call, pipeline))
    .filter((record) => expression === null || meets(record, expression));
  const ascending = found.toSorted((one, other) => compareProperties(propertyOf(one, by), propertyOf(other, by)));
  const { items, ...more } = pageOf(input, isAscending ? ascending : ascending.toReversed(), idOf);
  const TotalHits = { Value: found.length, Relation: "EqualTo" };
  return { Results: items.map((record) => ({ [resource]: record })), TotalHits, ...more };
};

function idOf(record: Output): string {
  return String(record.PipelineExecutionArn ?? `${record.PipelineArn}/${record.PipelineVersionId ?? ""}`);
}

function versionsOf({ now }: Call, pipeline: PipelineRecord): readonly Output[] {
  return pipeline.versions.map((version) => {
    const last = pipeline.executions.findLast((execution) => execution.version === version.id);
    return {
      PipelineArn: pipeline.arn,
      PipelineVersionId: version.id,
      ...toldVersion(version),
      CreationTime: seconds(version.createdAt),
      LastModifiedTime: seconds(version.createdAt),
      CreatedBy: {},
      LastModifiedBy: {},
      LastExecutedPipelineExecutionArn: last?.arn,
      LastExecutedPipelineExecutionDisplayName: last?.displayName,
      LastExecutedPipelineExecutionStatus: last && executionStatusOf({ pipeline, execution: last }, now),
    };
  });
}

function executionsOf({ now }: Call, pipeline: PipelineRecord): readonly Output[] {
  return pipeline.executions.map((execution) => ({
    ...toldExecution({ pipeline, execution }, now),
    PipelineParameters: execution.parameters,
    PipelineVersionDisplayName: versionOf({ pipeline, execution }).displayName,
  }));
}
