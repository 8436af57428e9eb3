import { aliasesIn, toldAliases, versionByAlias } from "./aliases";
import { type Operation, type Output, seconds } from "./call";
import { conflict, invalid, notFound } from "./errors";
import { type Input, optionalChoice, optionalInteger, optionalStructure, optionalText, requiredText } from "./input";
import { pipelineArn, pipelineOf } from "./lookup";
import { pageOf } from "./paging";
import { executionStatus, timelineFor } from "./progress";
import { readDefinition } from "./refuseDefinition";
import { fingerprintOf, listed, maxParallelIn, order, tokenReused } from "./requests";
import type { PipelineRecord, PipelineVersion } from "./state/records";
import { tagsOf } from "./tags";

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
    displayName: optionalText(input, "PipelineDisplayName", "displayName") ?? name,
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
    displayName: optionalText(input, "PipelineDisplayName", "displayName") ?? pipeline.displayName,
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
    ...summaryOf(pipeline),
    ...toldAliases(version),
    PipelineDefinition: version.definition,
    PipelineStatus: "Active",
    LastRunTime: lastRun(pipeline),
    CreatedBy: {},
    LastModifiedBy: {},
    ParallelismConfiguration:
      pipeline.maxParallel === null ? undefined : { MaxParallelExecutionSteps: pipeline.maxParallel },
  };
};

export const listPipelines: Operation = (call, input) => {
  const prefix = optionalText(input, "PipelineNamePrefix") ?? "";
  const byName = optionalChoice(input, "SortBy", ["Name", "CreationTime"]) === "Name";
  const compare = byName
    ? (one: PipelineRecord, other: PipelineRecord) => order(one.name, other.name)
    : (one: PipelineRecord, other: PipelineRecord) => one.createdAt - other.createdAt || order(one.name, other.name);
  const found = call.store.pipelines(call.region).filter(({ name }) => name.startsWith(prefix));
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

export const listPipelineVersions: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const { items, ...more } = pageOf(input, listed(input, pipeline.versions), ({ id }) => String(id));
  const summaries = items.map((one) => ({
    PipelineArn: pipeline.arn,
    PipelineVersionId: one.id,
    ...toldAliases(one),
    CreationTime: seconds(one.createdAt),
    LastExecutionPipelineExecutionArn: pipeline.executions.findLast(({ version }) => version === one.id)?.arn,
  }));
  return { PipelineVersionSummaries: summaries, ...more };
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

export function latestVersion({ versions, arn }: PipelineRecord): PipelineVersion {
  const latest = versions.at(-1);
  if (latest === undefined) throw new Error(`Pipeline ${arn} has no version.`);
  return latest;
}

/** The version that a request asks for, by its number or an alias, else the latest. */
export function versionIn(pipeline: PipelineRecord, input: Input): PipelineVersion {
  const id = optionalInteger(input, "PipelineVersionId", 1, Number.MAX_SAFE_INTEGER);
  const alias = optionalText(input, "PipelineVersionAlias");
  if (id !== undefined && alias !== undefined) {
    throw invalid("Only one of PipelineVersionId and PipelineVersionAlias can be given.");
  }
  if (alias !== undefined) return versionByAlias(pipeline, alias);
  if (id === undefined) return latestVersion(pipeline);
  const version = pipeline.versions.find((one) => one.id === id);
  if (version === undefined) throw notFound(`Pipeline version ${id} of '${pipeline.arn}' does not exist.`);
  return version;
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
