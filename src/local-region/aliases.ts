/** Names of a pipeline's versions (botocore 1.44.8; developer guide, pipelines-version-aliases). */
import { invalid, notFound } from "./errors";
import { type Input, optionalStructure, optionalTexts, violated } from "./input";
import type { PipelineRecord, PipelineVersion } from "./state/records";

const most = 10;

/** The aliases that a request gives the version it makes; each names one version of the pipeline. */
export function aliasesIn(input: Input, before: readonly PipelineVersion[]): readonly string[] {
  const aliases = listedAliases(input, "PipelineVersionAliases");
  for (const alias of aliases) refuseOwned(alias, before);
  return aliases;
}

/** The aliases that a version has after `PipelineVersionAliasOperations`; one moves by leaving its version first. */
export function changedAliases(
  input: Input,
  { id, aliases = [] }: PipelineVersion,
  versions: readonly PipelineVersion[],
): readonly string[] {
  const operations = optionalStructure(input, "PipelineVersionAliasOperations") ?? {};
  const added = listedAliases(operations, "Add");
  const removed = listedAliases(operations, "Remove");
  const both = added.find((alias) => removed.includes(alias));
  if (both !== undefined) throw invalid(`Alias '${both}' cannot be added and removed at once.`);
  const absent = removed.find((alias) => !aliases.includes(alias));
  if (absent !== undefined) throw notFound(`Alias '${absent}' does not name version ${id}.`);
  const others = versions.filter((version) => version.id !== id);
  for (const alias of added) refuseOwned(alias, others);
  const changed = new Set([...aliases.filter((alias) => !removed.includes(alias)), ...added]);
  if (changed.size > most) throw invalid(`A pipeline version can have ${most} aliases at most.`);
  return [...changed];
}

function listedAliases(input: Input, member: string): readonly string[] {
  const aliases = optionalTexts(input, member, most);
  for (const alias of aliases) {
    if (/^(?!\d+$)[A-Za-z0-9._-]{1,128}$/.test(alias)) continue;
    const constraint = "1 to 128 letters, digits, '.', '-' and '_', not digits alone";
    throw violated(member, alias, `Member must have ${constraint}`);
  }
  const doubled = aliases.find((alias, index) => aliases.indexOf(alias) !== index);
  if (doubled !== undefined) throw invalid(`Aliases must be unique. Duplicate alias '${doubled}'.`);
  return aliases;
}

function refuseOwned(alias: string, versions: readonly PipelineVersion[]): void {
  const owner = versions.find(({ aliases }) => aliases?.includes(alias) === true);
  if (owner !== undefined) throw invalid(`Alias '${alias}' names version ${owner.id} already.`);
}

export function versionByAlias({ versions, arn }: PipelineRecord, alias: string): PipelineVersion {
  const version = versions.find(({ aliases }) => aliases?.includes(alias) === true);
  if (version === undefined) throw notFound(`Pipeline version alias '${alias}' of '${arn}' does not exist.`);
  return version;
}

/** As an answer has them: without a member where there are none. */
export function toldAliases({ aliases = [] }: PipelineVersion): {
  readonly PipelineVersionAliases?: readonly string[];
} {
  return aliases.length === 0 ? {} : { PipelineVersionAliases: aliases };
}
