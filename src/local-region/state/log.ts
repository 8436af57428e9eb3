/**
 * A pipeline's record as a log: one line for each change, `CRC32 JSON`. What is there already is never written again, so a change costs
 * what it changes, and a line that was damaged is told by its sum and costs no other.
 */
import { crc32 } from "node:zlib";
import type { ExecutionRecord, PipelineRecord, PipelineVersion } from "./records";

type Head = Omit<PipelineRecord, "versions" | "executions">;

interface Change {
  /** The whole of it in each line: one that can be read is enough. */
  readonly pipeline: Head;
  /** New ones, and those that were replaced, by id. */
  readonly versions: readonly PipelineVersion[];
  readonly executions: readonly ExecutionRecord[];
}

/** The line that makes `after` of `before`; of nothing, the whole record in one. */
export function lineFor(before: PipelineRecord | undefined, after: PipelineRecord): string {
  const known = new Set<object>([...(before?.executions ?? []), ...(before?.versions ?? [])]);
  const change: Change = {
    pipeline: headOf(after),
    versions: after.versions.filter((version) => !known.has(version)),
    executions: after.executions.filter((execution) => !known.has(execution)),
  };
  const json = JSON.stringify(change);
  return `${sumOf(json)} ${json}\n`;
}

export interface LogRead {
  /** What the readable lines make; null where they make no pipeline. */
  readonly record: PipelineRecord | null;
  /** Whether every line could be read, to the last byte. */
  readonly whole: boolean;
}

export function readLog(bytes: Buffer): LogRead {
  const lines = bytes.toString("utf8").split("\n");
  // What follows the last line's end was never finished.
  const rest = lines.pop();
  const changes = lines.map(changeIn);
  const record = recordOf(changes.filter((change) => change !== null));
  return { record, whole: record !== null && rest === "" && !changes.includes(null) };
}

function recordOf(changes: readonly Change[]): PipelineRecord | null {
  const head = changes.at(-1)?.pipeline;
  const versions = lastOfEach(changes.flatMap((change) => change.versions));
  if (head === undefined || versions.length === 0) return null;
  const present = new Set(versions.map(({ id }) => id));
  const executions = lastOfEach(changes.flatMap((change) => change.executions));
  // An execution whose version stood in a line that is lost tells nothing any more.
  return { ...head, versions, executions: executions.filter(({ version }) => present.has(version)) };
}

/** In the order in which they were made. */
function lastOfEach<T extends { readonly id: unknown }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function headOf({ versions: _versions, executions: _executions, ...head }: PipelineRecord): Head {
  return head;
}

function changeIn(line: string): Change | null {
  const json = line.slice(9);
  return line.startsWith(`${sumOf(json)} `) ? JSON.parse(json) : null;
}

function sumOf(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}
