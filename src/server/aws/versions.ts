/** The versions of a pipeline by number. Every update makes one; DescribePipeline does not tell which it is. */
import type { Region } from "./region";

/**
 * The newest versions, newest first; null where they cannot be read. They are a help in telling writers apart, and not every profile may
 * read them.
 */
export async function newestVersions(
  { read }: Region,
  pipeline: string,
  count: number,
): Promise<readonly number[] | null> {
  try {
    const listed = await read.listPipelineVersions({
      PipelineName: pipeline,
      SortOrder: "Descending",
      MaxResults: count,
    });
    return (listed.PipelineVersionSummaries ?? []).flatMap(({ PipelineVersionId: id }) =>
      id === undefined ? [] : [id],
    );
  } catch {
    return null;
  }
}
