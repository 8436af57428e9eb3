import { renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./makeFolder";

/** Writes a file whole, for this user alone: whoever reads it finds what was there before, or all of the new. */
export function writePrivate(file: string, text: string): void {
  makeFolder(dirname(file));
  writeFileSync(`${file}.tmp`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.tmp`, file);
}
