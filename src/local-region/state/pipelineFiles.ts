/**
 * The files of the state folder: a log for each pipeline. A file that cannot be read as a whole is set aside under a name of its own, as
 * it was, before anything is written in its place; what of it can be read is kept.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { lineFor, readLog } from "./log";
import type { PipelineRecord } from "./records";

export interface PipelineFiles {
  /** Every record that lies in the folder. */
  load(): readonly PipelineRecord[];
  /** Returns once the disk has it; where it throws, the file is as it was. */
  save(before: PipelineRecord | undefined, after: PipelineRecord): void;
  remove(pipeline: PipelineRecord): void;
}

/** `tell` gets a line for each file that was set aside. */
export function pipelineFiles(dir: string, tell: (line: string) => void): PipelineFiles {
  /** How long each log is, so that what others did to it is noticed before it is written to. */
  const sizes = new Map<string, number>();

  function load(): readonly PipelineRecord[] {
    sizes.clear();
    const names = readdirSync(dir);
    const logs = names.filter((name) => logName.test(name)).flatMap((name) => recordIn(join(dir, name)) ?? []);
    const former = names.filter((name) => formerName.test(name)).flatMap((name) => takeOver(join(dir, name)) ?? []);
    return [...logs, ...former];
  }

  function recordIn(file: string): PipelineRecord | null {
    const bytes = readFileSync(file);
    const { record, whole } = readLog(bytes);
    sizes.set(file, bytes.length);
    if (whole) return record;
    const aside = setAside(file);
    if (record === null) {
      rmSync(file);
      tell(unreadable(file, aside));
      return null;
    }
    write(file, record);
    const { name, versions, executions } = record;
    tell(
      `The local region's record of pipeline ${name} was damaged. What can be read of it is kept: versions up to ` +
        `${versions.at(-1)?.id}, ${executions.length} executions. The file as it was: ${aside}.`,
    );
    return record;
  }

  /** Until November 2026 a pipeline was one JSON text. It goes once the log is there; what it has and the log has not is kept. */
  function takeOver(file: string): PipelineRecord | null {
    const log = file.replace(/\.json$/, ".log");
    const record = formerRecord(readFileSync(file, "utf8"));
    const isNew = !sizes.has(log);
    if (record === null) tell(unreadable(file, setAside(file)));
    else if (isNew) write(log, record);
    else if (!readFileSync(log, "utf8").startsWith(lineFor(undefined, record)))
      tell(
        `An earlier Stepwire has written to pipeline ${record.name} as well. What it wrote is kept as ${setAside(file)}.`,
      );
    rmSync(file);
    return isNew ? record : null;
  }

  function write(file: string, record: PipelineRecord): void {
    const line = lineFor(undefined, record);
    const temporary = `${file}.tmp`;
    writeFileSync(temporary, line, { mode: 0o600, flush: true });
    renameSync(temporary, file);
    sizes.set(file, Buffer.byteLength(line));
  }

  /** False where the log is not what it was when it was last read or written: it is gone, or someone else wrote to it. */
  function append(file: string, line: string): boolean {
    const log = openPresent(file);
    if (log === null) return false;
    try {
      const { size } = fstatSync(log);
      if (size !== sizes.get(file)) return false;
      try {
        writeFileSync(log, line);
        fsyncSync(log);
      } catch (error) {
        ftruncateSync(log, size);
        throw error;
      }
      sizes.set(file, size + Buffer.byteLength(line));
      return true;
    } finally {
      closeQuietly(log);
    }
  }

  function save(before: PipelineRecord | undefined, after: PipelineRecord): void {
    const file = fileOf(dir, after);
    if (before !== undefined && append(file, lineFor(before, after))) return;
    const aside = existsSync(file) ? setAside(file) : null;
    write(file, after);
    if (aside === null) return;
    tell(
      `The file of pipeline ${after.name} was changed by another program. It was written anew; as it was: ${aside}.`,
    );
  }

  return {
    load,
    save,
    remove: (pipeline) => {
      const file = fileOf(dir, pipeline);
      rmSync(file, { force: true });
      sizes.delete(file);
    },
  };
}

const logName = /^[a-z0-9-]+\..+\.[0-9a-f]{16}\.log$/;
const formerName = /^[a-z0-9-]+\..+\.[0-9a-f]{16}\.json$/;

/** Names that differ only in case must not share a file where the file system does not tell them apart: hence the digest. */
function fileOf(dir: string, { region, name }: PipelineRecord): string {
  const digest = createHash("sha256").update(`${region}/${name}`).digest("hex").slice(0, 16);
  return join(dir, `${region}.${name.slice(0, 100)}.${digest}.log`);
}

function openPresent(file: string): number | null {
  try {
    return openSync(file, constants.O_WRONLY | constants.O_APPEND);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** What was written is on the disk by then: an error here undoes nothing. */
function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // Said above.
  }
}

/** Copies a file to a free name beside it, and gives that name. */
function setAside(file: string): string {
  for (let number = 1; ; number++) {
    const aside = `${file}.damaged-${number}`;
    try {
      copyFileSync(file, aside, constants.COPYFILE_EXCL);
      return aside;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      // Half a copy, on a full disk.
      rmSync(aside, { force: true });
      throw error;
    }
  }
}

function unreadable(file: string, aside: string): string {
  const name = basename(file).replace(/^[a-z0-9-]+\.(.+)\.[0-9a-f]{16}\.\w+$/, "$1");
  return `The local region's record of pipeline ${name} cannot be read. The file is kept as ${aside}; deploy the pipeline again.`;
}

function formerRecord(text: string): PipelineRecord | null {
  try {
    const read: Partial<PipelineRecord> | null = JSON.parse(text);
    const texts = [read?.region, read?.name, read?.arn].every((member) => typeof member === "string");
    return texts && read?.versions?.length && Array.isArray(read.executions) ? (read as PipelineRecord) : null;
  } catch {
    return null;
  }
}
