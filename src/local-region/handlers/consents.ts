/**
 * What the user allowed to run: the SHA-256 of code and document, in a file of the state folder. Never in a document, a side file or a
 * definition, so that nothing that is opened brings its own; code that was changed is asked for again.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../state/makeFolder";

export interface Consents {
  has(key: string): boolean;
  give(key: string): void;
}

/** Stands for one text of code in one document. */
export function consentKey(code: string, document: string): string {
  return createHash("sha256")
    .update(JSON.stringify([document, code]))
    .digest("hex");
}

/** How many are remembered; the oldest go. */
const most = 1000;

/** In a folder, or in memory alone. What cannot be read allows nothing. */
export function openConsents(dir: string | null): Consents {
  const file = dir === null ? null : join(dir, "handlers-allowed");
  const known = new Set(file === null ? [] : readKeys(file));
  return {
    has: (key) => known.has(key),
    give: (key) => {
      known.delete(key);
      known.add(key);
      if (file === null || dir === null) return;
      makeFolder(dir);
      writeFileSync(
        `${file}.tmp`,
        [...known]
          .slice(-most)
          .map((one) => `${one}\n`)
          .join(""),
        { mode: 0o600 },
      );
      renameSync(`${file}.tmp`, file);
    },
  };
}

function readKeys(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^[0-9a-f]{64}$/.test(line));
}
