import { allPages } from "../aws/paging";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

/** As many as somebody looks through: a pipeline that is deployed each night has more. */
const most = 300;

export const listPipelineVersions: Operation<"listPipelineVersions"> = async ({ target, pipeline }, { regions }) => {
  const { read } = await regions.region(target);
  const { items, more } = await allPages(
    "ListPipelineVersions",
    (page) => read.listPipelineVersions({ PipelineName: pipeline, SortOrder: "Descending", ...page }),
    (page) => page.PipelineVersionSummaries,
    most,
  );
  const versions = items.flatMap((summary) => {
    const { PipelineVersionId: id, PipelineVersionDisplayName: displayName = null } = summary;
    if (id === undefined) return [];
    const description = summary.PipelineVersionDescription ?? null;
    return [{ id, displayName, description, aliases: aliasesOf(summary), created: moment(summary.CreationTime) }];
  });
  return { versions, more };
};

/** The installed SDK does not know them; `aheadOfSdk.ts` carries them over it. */
function aliasesOf(summary: object): string[] {
  const aliases: unknown = "PipelineVersionAliases" in summary ? summary.PipelineVersionAliases : [];
  return Array.isArray(aliases) ? aliases.map(String) : [];
}
