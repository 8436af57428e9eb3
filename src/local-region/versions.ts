/** The versions of a pipeline: every update makes one, which keeps its number and may have names. */
import { changedAliases, toldAliases, versionByAlias } from "./aliases";
import { type Operation, type Output, seconds } from "./call";
import { invalid, notFound } from "./errors";
import { type Input, optionalInteger, optionalText, requiredInteger, requiredText } from "./input";
import { pipelineByArn, pipelineOf } from "./lookup";
import { pageOf } from "./paging";
import { listed } from "./requests";
import type { PipelineRecord, PipelineVersion } from "./state/records";

export const listPipelineVersions: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const { items, ...more } = pageOf(input, listed(input, pipeline.versions), ({ id }) => String(id));
  const summaries = items.map((one) => ({
    PipelineArn: pipeline.arn,
    PipelineVersionId: one.id,
    ...toldVersion(one),
    CreationTime: seconds(one.createdAt),
    LastExecutionPipelineExecutionArn: pipeline.executions.findLast(({ version }) => version === one.id)?.arn,
  }));
  return { PipelineVersionSummaries: summaries, ...more };
};

/** Names a version, and changes its aliases; its definition stays what it is. */
export const updatePipelineVersion: Operation = (call, input) => {
  const pipeline = pipelineByArn(call, requiredText(input, "PipelineArn", "nameOrArn"));
  const version = versionById(pipeline, requiredInteger(input, "PipelineVersionId", 1, Number.MAX_SAFE_INTEGER));
  const displayName = optionalText(input, "PipelineVersionDisplayName", "displayName") ?? version.displayName;
  const description = optionalText(input, "PipelineVersionDescription", "description") ?? version.description;
  const changed: PipelineVersion = {
    ...version,
    aliases: changedAliases(input, version, pipeline.versions),
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
  };
  const versions = pipeline.versions.map((one) => (one.id === version.id ? changed : one));
  call.store.put({ ...pipeline, versions, modifiedAt: call.now });
  return { PipelineArn: pipeline.arn, PipelineVersionId: version.id };
};

/** What every answer that speaks of a version says of it. */
export function toldVersion(version: PipelineVersion): Output {
  return {
    ...toldAliases(version),
    PipelineVersionDisplayName: version.displayName,
    PipelineVersionDescription: version.description,
  };
}

export function latestVersion({ versions, arn }: PipelineRecord): PipelineVersion {
  const latest = versions.at(-1);
  if (latest === undefined) throw new Error(`Pipeline ${arn} has no version.`);
  return latest;
}

/** The version that a request asks for, by its number or an alias, else the latest. */
export function versionIn(pipeline: PipelineRecord, input: Input): PipelineVersion {
  const id = optionalInteger(input, "PipelineVersionId", 1, Number.MAX_SAFE_INTEGER);
  const alias = optionalText(input, "PipelineVersionAlias", "alias");
  if (id !== undefined && alias !== undefined) {
    throw invalid("Only one of PipelineVersionId and PipelineVersionAlias can be given.");
  }
  if (alias !== undefined) return versionByAlias(pipeline, alias);
  return id === undefined ? latestVersion(pipeline) : versionById(pipeline, id);
}

function versionById({ versions, arn }: PipelineRecord, id: number): PipelineVersion {
  const version = versions.find((one) => one.id === id);
  if (version === undefined) throw notFound(`Pipeline version ${id} of '${arn}' does not exist.`);
  return version;
}
