/**
 * What the user allowed to run: the SHA-256 of code and document, in a file of the state folder. Never in a document, a side file or a
 * definition, so that nothing that is opened brings its own; code that was changed is asked for again.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writePrivate } from "../state/writePrivate";

export interface Consents {
  has(key: string): boolean;
  give(key: string): void;
  withdraw(keys: readonly string[]): void;
}

/** Stands for one text of code in one document. */
export function consentKey(code: string, document: string): string {
  return createHash("sha256")
    .update(JSON.stringify([document, code]))
    .digest("hex");
}

/** How many are remembered; the oldest go. */
const most = 1000;

/** In a folder, or in memory alone. What cannot be read allows nothing; what cannot be written is not allowed. */
export function openConsents(dir: string | null): Consents {
  const file = dir === null ? null : join(dir, "handlers-allowed");
  let known = new Set(file === null ? [] : readKeys(file));
  const keep = (next: Set<string>) => {
    const kept = [...next].slice(-most);
    if (file !== null) writePrivate(file, kept.map((one) => `${one}\n`).join(""));
    known = new Set(kept);
  };
  return {
    has: (key) => known.has(key),
    give: (key) => keep(new Set([...[...known].filter((one) => one !== key), key])),
    withdraw: (keys) => keep(new Set([...known].filter((one) => !keys.includes(one)))),
  };
}

function readKeys(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^[0-9a-f]{64}$/.test(line));
}
