/** Names of a pipeline's versions (botocore 1.44.8; developer guide, pipelines-version-aliases). */
import { invalid, notFound } from "./errors";
import { type Input, optionalTexts, violated } from "./input";
import type { PipelineRecord, PipelineVersion } from "./state/records";

const most = 10;

/** The aliases that a request gives the version it makes; each names one version of the pipeline. */
export function aliasesIn(input: Input, before: readonly PipelineVersion[]): readonly string[] {
  const aliases = optionalTexts(input, "PipelineVersionAliases", most);
  for (const alias of aliases) {
    checkAlias(alias);
    const owner = before.find((version) => version.aliases?.includes(alias) === true);
    if (owner !== undefined) throw invalid(`Alias '${alias}' names version ${owner.id} already.`);
  }
  const doubled = aliases.find((alias, index) => aliases.indexOf(alias) !== index);
  if (doubled !== undefined) throw invalid(`Aliases must be unique. Duplicate alias '${doubled}'.`);
  return aliases;
}

function checkAlias(alias: string): void {
  if (!/^(?!\d+$)[A-Za-z0-9._-]{1,128}$/.test(alias)) {
    const constraint = "1 to 128 letters, digits, '.', '-' and '_', not digits alone";
    throw violated("PipelineVersionAliases", alias, `Member must have ${constraint}`);
  }
}

export function versionByAlias({ versions, arn }: PipelineRecord, alias: string): PipelineVersion {
  const version = versions.find(({ aliases }) => aliases?.includes(alias) === true);
  if (version === undefined) throw notFound(`Pipeline version alias '${alias}' of '${arn}' does not exist.`);
  return version;
}

/** As an answer has them: without a member where there are none. */
export function toldAliases(version: PipelineVersion | undefined): {
  readonly PipelineVersionAliases?: readonly string[];
} {
  const { aliases = [] } = version ?? {};
  return aliases.length === 0 ? {} : { PipelineVersionAliases: aliases };
}
