/** Writes a file so that whoever reads it, after a power cut too, finds the old text or the new one and never a part. */
import { createHash, randomBytes } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive, markOf } from "../../local-region/state/processes";

/** The number of the process that writes it, and which of those with that number it is. */
const unfinished = /^\..+\.(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.stepwire-tmp$/;

/**
 * @param mode of the file that is replaced; undefined for a new one
 * @param stillAsExpected asked at the last moment: false leaves all as it is
 * @returns whether it was written
 */
export function writeWhole(
  file: string,
  text: string,
  mode: number | undefined,
  stillAsExpected: () => boolean,
): boolean {
  const folder = dirname(file);
  const draft = join(
    folder,
    `.${basename(file)}.${writerNamed(process.pid)}-${randomBytes(4).toString("hex")}.stepwire-tmp`,
  );
  try {
    const opened = openSync(draft, "wx", mode ?? 0o666);
    try {
      if (mode !== undefined) fchmodSync(opened, mode);
      writeFileSync(opened, text);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    if (!stillAsExpected()) return false;
    renameSync(draft, file);
    syncFolder(folder);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The name in the folder is on the disk too. Windows has no such call. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, "r");
    fsyncSync(opened);
    closeSync(opened);
  } catch {
    // What was written is there; only a power cut in the next seconds could bring the old one back.
  }
}

/** Takes away what a server left that was killed while it wrote, also where another process has its number by now. */
export function sweepUnfinished(folder: string, names: readonly string[] = readdirSync(folder)): void {
  for (const name of names) {
    const [, pid, mark] = unfinished.exec(name) ?? [];
    if (pid === undefined) continue;
    const isAtWork = isAlive({ pid: Number(pid), began: null }) && `${pid}-${mark}` === writerNamed(Number(pid));
    if (!isAtWork) rmSync(join(folder, name), { force: true });
  }
}

/** As the name of a draft tells its writer. */
export function writerNamed(pid: number): string {
  return `${pid}-${createHash("sha256")
    .update(String(markOf(pid).began))
    .digest("hex")
    .slice(0, 8)}`;
}
