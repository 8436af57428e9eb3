import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { largestFile } from "../../contract/files";
import { fileFault } from "./fileFault";

export interface FileText {
  readonly text: string;
  /** The SHA-256 of its bytes. */
  readonly revision: string;
  readonly readOnly: boolean;
  readonly mode: number;
}

export function revisionOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Reads a file; null where there is none. A byte order mark stays in its text. `path` is what messages call it. */
export function readText(file: string, path: string): FileText | null {
  let opened: number;
  try {
    // Not through a link that was put there meanwhile, and not waiting for whoever writes to a pipe.
    opened = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw thrown;
  }
  try {
    const { size, mode } = fstatSync(opened);
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw fileFault("NoFile", `${path} is no file.`);
    if (size > largestFile) {
      throw fileFault(
        "TooLarge",
        `${path} has more than 1 MiB, the most that SageMaker takes, and is not edited in place. Open a copy with \`stepwire open --copy\`.`,
      );
    }
    const bytes = readFileSync(opened);
    return {
      text: decoded(bytes, path),
      revision: revisionOf(bytes),
      readOnly: (mode & 0o222) === 0,
      mode: mode & 0o7777,
    };
  } finally {
    closeSync(opened);
  }
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fileFault(
      "NotText",
      `${path} is not UTF-8 text. Save it as UTF-8 in the program that made it, then open it again.`,
    );
  }
}
