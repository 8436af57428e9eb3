/**
 * Keeps the records, in memory or also as JSON files: one file a pipeline. A file is written beside its place and then moved there, so
 * that a kill at any moment leaves the old content or the new.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Deletion, PipelineRecord } from "./records";

export interface Store {
  readonly pipeline: (region: string, name: string) => PipelineRecord | undefined;
  readonly pipelines: (region: string) => readonly PipelineRecord[];
  readonly put: (pipeline: PipelineRecord) => void;
  readonly remove: (pipeline: PipelineRecord, token: string | null) => void;
  readonly deletion: (region: string, token: string) => Deletion | undefined;
}

/** How many deletions are remembered; a client repeats one within seconds, if at all. */
const rememberedDeletions = 100;

export function openStore(stateDir: string | null): Store {
  const pipelines = new Map<string, PipelineRecord>();
  if (stateDir !== null) {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    for (const record of readRecords(stateDir)) pipelines.set(keyOf(record.region, record.name), record);
  }
  const deletions = new Map<string, Deletion>();
  return {
    pipeline: (region, name) => pipelines.get(keyOf(region, name)),
    pipelines: (region) => [...pipelines.values()].filter((pipeline) => pipeline.region === region),
    put: (pipeline) => {
      // The file first: what cannot be written was not done.
      if (stateDir !== null) writeRecord(fileOf(stateDir, pipeline), pipeline);
      pipelines.set(keyOf(pipeline.region, pipeline.name), pipeline);
    },
    remove: (pipeline, token) => {
      if (stateDir !== null) rmSync(fileOf(stateDir, pipeline), { force: true });
      pipelines.delete(keyOf(pipeline.region, pipeline.name));
      if (token === null) return;
      deletions.set(keyOf(pipeline.region, token), { token, name: pipeline.name, arn: pipeline.arn });
      const oldest = deletions.keys().next().value;
      if (deletions.size > rememberedDeletions && oldest !== undefined) deletions.delete(oldest);
    },
    deletion: (region, token) => deletions.get(keyOf(region, token)),
  };
}

function keyOf(region: string, name: string): string {
  return `${region}/${name}`;
}

/** Names that differ only in case must not share a file where the file system does not tell them apart: hence the digest. */
function fileOf(stateDir: string, { region, name }: PipelineRecord): string {
  const digest = createHash("sha256").update(keyOf(region, name)).digest("hex").slice(0, 16);
  return join(stateDir, `${region}.${name.slice(0, 100)}.${digest}.json`);
}

function writeRecord(file: string, record: PipelineRecord): void {
  const temporary = `${file}.tmp`;
  writeFileSync(temporary, JSON.stringify(record), { mode: 0o600, flush: true });
  renameSync(temporary, file);
}

function readRecords(stateDir: string): readonly PipelineRecord[] {
  return readdirSync(stateDir)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const record: unknown = readJson(join(stateDir, name));
      return isPipelineRecord(record) ? [record] : [];
    });
}

/** A file that someone else put there, or damaged, is left alone and not read. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isPipelineRecord(value: unknown): value is PipelineRecord {
  if (typeof value !== "object" || value === null) return false;
  const { region, name, arn, versions, executions } = value as Readonly<Record<string, unknown>>;
  const texts = [region, name, arn].every((member) => typeof member === "string");
  return texts && Array.isArray(versions) && versions.length > 0 && Array.isArray(executions);
}
