/** What the local region remembers, in memory, and also in its folder where it has one. */
import { pipelineFiles } from "./pipelineFiles";
import type { Deletion, PipelineRecord } from "./records";
import type { RegionFolder } from "./regionFolder";
import { faultOf, StateFault } from "./stateFault";

/** Every call may throw a StateFault: then nothing was done, and the next call tries anew. */
export interface Store {
  readonly pipeline: (region: string, name: string) => PipelineRecord | undefined;
  readonly pipelines: (region: string) => readonly PipelineRecord[];
  /** Of every region. */
  readonly all: () => readonly PipelineRecord[];
  readonly put: (pipeline: PipelineRecord) => void;
  readonly remove: (pipeline: PipelineRecord, token: string | null) => void;
  readonly deletion: (region: string, token: string) => Deletion | undefined;
}

/** How many deletions are remembered; a client repeats one within seconds, if at all. */
const rememberedDeletions = 100;

/** `tell` gets a line for each file of the folder that is damaged. */
export function openStore(folder: RegionFolder | null, tell: (line: string) => void): Store {
  const files = folder === null ? null : pipelineFiles(folder.dir, tell);
  let pipelines = new Map<string, PipelineRecord>();
  /** Under which claim of the folder they were read; null before that. */
  let claim: number | null = folder === null ? 0 : null;
  const deletions = new Map<string, Deletion>();

  function trying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw folder === null ? error : faultOf(error, folder);
    }
  }

  /** What was read once is there, whatever has become of the folder since. */
  function known(): Map<string, PipelineRecord> {
    if (claim === null) claimed();
    return pipelines;
  }

  function claimed(): void {
    if (folder === null || files === null) return;
    const now = folder.claim();
    if (now === claim) return;
    const wasRead = claim !== null;
    pipelines = new Map(files.load().map((record) => [keyOf(record.region, record.name), record]));
    claim = now;
    // What is about to be written was made of what was known before.
    if (wasRead)
      throw new StateFault(`Another Stepwire has written to the state folder ${folder.dir} meanwhile. Try again.`);
  }

  return {
    pipeline: (region, name) => trying(() => known().get(keyOf(region, name))),
    pipelines: (region) => trying(() => [...known().values()].filter((pipeline) => pipeline.region === region)),
    all: () => trying(() => [...known().values()]),
    put: (pipeline) =>
      trying(() => {
        const key = keyOf(pipeline.region, pipeline.name);
        claimed();
        // The file first: what cannot be written was not done.
        files?.save(pipelines.get(key), pipeline);
        pipelines.set(key, pipeline);
      }),
    remove: (pipeline, token) =>
      trying(() => {
        claimed();
        files?.remove(pipeline);
        pipelines.delete(keyOf(pipeline.region, pipeline.name));
        if (token === null) return;
        deletions.set(keyOf(pipeline.region, token), { token, name: pipeline.name, arn: pipeline.arn });
        const oldest = deletions.keys().next().value;
        if (deletions.size > rememberedDeletions && oldest !== undefined) deletions.delete(oldest);
      }),
    deletion: (region, token) => deletions.get(keyOf(region, token)),
  };
}

function keyOf(region: string, name: string): string {
  return `${region}/${name}`;
}
