/** What handlers printed, by the run of their step: in files of the state folder, so that a log outlives the region's process. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writePrivate } from "../state/writePrivate";

export interface Logs {
  /** What is there so far of a run that goes on; it is not written. */
  begin(key: string): (text: string) => void;
  /** The whole of it, kept. */
  keep(key: string, log: string): void;
  /** Null where nothing is known of such a run. */
  read(key: string): string | null;
}

/** In a folder, or in memory alone; of more than `most` the oldest go. One that cannot be written is there as long as the process is. */
export function openLogs(dir: string | null, most = 500): Logs {
  const folder = dir === null ? null : join(dir, "handler-logs");
  const known = new Map<string, string>();
  const remember = (key: string, log: string) => {
    known.delete(key);
    known.set(key, log);
    const oldest = known.keys().next().value;
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    begin: (key) => {
      remember(key, "");
      return (text) => remember(key, `${known.get(key) ?? ""}${text}`);
    },
    keep: (key, log) => {
      remember(key, log);
      if (folder === null) return;
      try {
        write(folder, key, log, most);
      } catch {
        // A full disk takes no log; what was returned matters more, and has its own place.
      }
    },
    read: (key) => known.get(key) ?? (folder === null ? null : readWritten(folder, key)),
  };
}

function write(folder: string, key: string, log: string, most: number): void {
  writePrivate(fileOf(folder, key), log);
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= most) return;
  const byAge = files.map((path) => ({ path, at: statSync(path).mtimeMs })).toSorted((a, b) => a.at - b.at);
  for (const { path } of byAge.slice(0, files.length - most)) rmSync(path, { force: true });
}

function readWritten(folder: string, key: string): string | null {
  try {
    return readFileSync(fileOf(folder, key), "utf8");
  } catch {
    return null;
  }
}

function fileOf(folder: string, key: string): string {
  return join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 32)}.log`);
}
