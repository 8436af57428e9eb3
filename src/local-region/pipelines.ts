import { aliasesIn } from "./aliases";
import { type Operation, type Output, seconds } from "./call";
import { conflict, invalid } from "./errors";
import { type Input, optionalChoice, optionalStructure, optionalText, requiredText } from "./input";
import { pipelineArn, pipelineOf } from "./lookup";
import { pageOf } from "./paging";
import { executionStatus, timelineFor } from "./progress";
import { readDefinition } from "./refuseDefinition";
import { fingerprintOf, listed, maxParallelIn, order, tokenReused, toldParallelism } from "./requests";
import type { PipelineRecord } from "./state/records";
import { tagsOf } from "./tags";
import { latestVersion, toldVersion, versionIn } from "./versions";

export const createPipeline: Operation = (call, input) => {
  const name = requiredText(input, "PipelineName", "pipelineName");
  const roleArn = requiredText(input, "RoleArn", "role");
  const token = optionalText(input, "ClientRequestToken", "token") ?? null;
  const fingerprint = fingerprintOf(input);
  const before = token === null ? undefined : call.store.pipelines(call.region).find((one) => one.token === token);
  if (before !== undefined) {
    if (before.fingerprint !== fingerprint) throw tokenReused();
    return { PipelineArn: before.arn };
  }
  if (call.store.pipeline(call.region, name) !== undefined) {
    throw invalid(
      `Pipeline names must be unique within an AWS account and region. Pipeline with name (${name}) already exists.`,
    );
  }
  const definition = definitionIn(input);
  if (definition === undefined) {
    throw invalid("Either Pipeline Definition or Pipeline Definition S3 location should be provided");
  }
  const pipeline: PipelineRecord = {
    region: call.region,
    name,
    arn: pipelineArn(call.region, name),
    displayName: optionalText(input, "PipelineDisplayName", "pipelineName") ?? name,
    description: optionalText(input, "PipelineDescription", "description") ?? null,
    roleArn,
    maxParallel: maxParallelIn(input) ?? null,
    createdAt: call.now,
    modifiedAt: call.now,
    versions: [{ id: 1, definition, createdAt: call.now, aliases: aliasesIn(input, []) }],
    executions: [],
    tags: tagsOf(input),
    token,
    fingerprint,
  };
  call.store.put(pipeline);
  return { PipelineArn: pipeline.arn };
};

/** Every update makes a version, as the service does; a member that is left out stays as it was. */
export const updatePipeline: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const latest = latestVersion(pipeline);
  const definition = definitionIn(input) ?? latest.definition;
  const aliases = aliasesIn(input, pipeline.versions);
  if (aliases.length > 0 && definition === latest.definition) {
    throw invalid("PipelineVersionAliases can be given only with an update that changes the pipeline definition.");
  }
  const version = { id: latest.id + 1, definition, createdAt: call.now, aliases };
  call.store.put({
    ...pipeline,
    displayName: optionalText(input, "PipelineDisplayName", "pipelineName") ?? pipeline.displayName,
    description: optionalText(input, "PipelineDescription", "description") ?? pipeline.description,
    roleArn: optionalText(input, "RoleArn", "role") ?? pipeline.roleArn,
    maxParallel: maxParallelIn(input) ?? pipeline.maxParallel,
    modifiedAt: call.now,
    versions: [...pipeline.versions, version],
  });
  return { PipelineArn: pipeline.arn, PipelineVersionId: version.id };
};

export const describePipeline: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const version = versionIn(pipeline, input);
  return {
    ...toldPipeline(pipeline),
    ...toldVersion(version),
    PipelineDefinition: version.definition,
  };
};

/** A pipeline as DescribePipeline and Search tell of it, whatever its version. */
export function toldPipeline(pipeline: PipelineRecord): Output {
  return {
    ...summaryOf(pipeline),
    PipelineStatus: "Active",
    LastRunTime: lastRun(pipeline),
    CreatedBy: {},
    LastModifiedBy: {},
    ParallelismConfiguration: toldParallelism(pipeline.maxParallel),
  };
}

export const listPipelines: Operation = (call, input) => {
  const prefix = optionalText(input, "PipelineNamePrefix", "pipelineName") ?? "";
  // Those that AWS manages are in every account, and none here.
  const isAsked = optionalChoice(input, "ManagedBy", ["AWS", "CUSTOMER"]) !== "AWS";
  const byName = optionalChoice(input, "SortBy", ["Name", "CreationTime"]) === "Name";
  const compare = byName
    ? (one: PipelineRecord, other: PipelineRecord) => order(one.name, other.name)
    : (one: PipelineRecord, other: PipelineRecord) => one.createdAt - other.createdAt || order(one.name, other.name);
  const found = call.store.pipelines(call.region).filter(({ name }) => isAsked && name.startsWith(prefix));
  const sorted = listed(input, found.toSorted(compare));
  const { items, ...more } = pageOf(input, sorted, ({ arn }) => arn);
  const summaries = items.map((pipeline) => ({ ...summaryOf(pipeline), LastExecutionTime: lastRun(pipeline) }));
  return { PipelineSummaries: summaries, ...more };
};

export const deletePipeline: Operation = (call, input) => {
  const token = optionalText(input, "ClientRequestToken", "token") ?? null;
  const name = requiredText(input, "PipelineName", "nameOrArn");
  const before = token === null ? undefined : call.store.deletion(call.region, token);
  if (before !== undefined) {
    if (before.name !== name && before.arn !== name) throw tokenReused();
    return { PipelineArn: before.arn };
  }
  const pipeline = pipelineOf(call, input);
  const running = pipeline.executions.find((execution) => {
    return ["Executing", "Stopping"].includes(executionStatus(timelineFor({ pipeline, execution }), call.now));
  });
  if (running !== undefined) {
    throw conflict(`Pipeline ${pipeline.arn} cannot be deleted while execution ${running.arn} is running.`);
  }
  call.store.remove(pipeline, token);
  return { PipelineArn: pipeline.arn };
};

function summaryOf(pipeline: PipelineRecord): Output {
  return {
    PipelineArn: pipeline.arn,
    PipelineName: pipeline.name,
    PipelineDisplayName: pipeline.displayName,
    PipelineDescription: pipeline.description ?? undefined,
    RoleArn: pipeline.roleArn,
    CreationTime: seconds(pipeline.createdAt),
    LastModifiedTime: seconds(pipeline.modifiedAt),
  };
}

function lastRun({ executions }: PipelineRecord): number | undefined {
  const last = executions.at(-1);
  return last === undefined ? undefined : seconds(last.createdAt);
}

/** The definition in a request, checked; undefined when it holds none. */
function definitionIn(input: Input): string | undefined {
  const definition = optionalText(input, "PipelineDefinition", "definition");
  const location = optionalStructure(input, "PipelineDefinitionS3Location");
  if (definition !== undefined && location !== undefined) {
    throw invalid("Both Pipeline Definition and Pipeline Definition S3 Location shouldn't be present");
  }
  if (location !== undefined) {
    throw invalid("The local region has no S3: send the definition as PipelineDefinition, up to 1,048,576 characters.");
  }
  if (definition !== undefined) readDefinition(definition);
  return definition;
}
