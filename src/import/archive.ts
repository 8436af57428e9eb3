import { type UnzipFileInfo, unzipSync } from "fflate";
import type { Refusal } from "../pipeline/definition/parse";
import type { FileInside } from "./filesInside";
import { type FoundDefinition, type ImportResult, itself } from "./found";
import { mayHoldDefinition } from "./openableFiles";
import { largestNotebook, textOf } from "./utf8";

type ImportOne = (bytes: Uint8Array, fileName: string) => Promise<ImportResult>;

const mib = 1024 * 1024;
const limits = { packed: largestNotebook, unpacked: 64 * mib, files: 200 } as const;

/** Finds the definitions in the files of a zip file. Never throws. */
export async function importArchive(bytes: Uint8Array, importOne: ImportOne): Promise<ImportResult> {
  if (bytes.length > limits.packed)
    return refused("too-large", "This zip file is larger than 16 MiB. Open the file in it that holds the definition.");
  const listed: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        listed.push(file);
        return false;
      },
    });
    const why = whyNot(listed.filter(({ name }) => !name.endsWith("/")));
    if (why !== null)
      return refused("too-large", `This zip file ${why} Unpack it, and open the file that holds the definition.`);
    const unpacked = unzipSync(bytes, { filter: ({ name }) => mayHoldDefinition(name) });
    const files = Object.entries(unpacked).map(([path, content]) => ({ path, bytes: content }));
    const inner = listed.find(({ name }) => /\.zip$/i.test(name));
    const elsewhere =
      inner !== undefined
        ? `There is no definition in this zip file, but another one: unpack ${inner.name} and open that.`
        : listed.some(({ name }) => handler.test(name))
          ? "There is no definition in this zip file, but a Lambda function's code: drop it on the canvas of an open pipeline, and it becomes a Lambda step."
          : null;
    return await importAll(files, "a zip file", elsewhere, importOne);
  } catch {
    return refused("not-a-definition", "This zip file cannot be unpacked: it is damaged, or has a password.");
  }
}

/** As Lambda's consoles and templates name the file of a handler. */
const handler = /^(lambda_function|lambda_handler|handler|index|app)\.(py|[cm]?js)$/;

function whyNot(listed: readonly UnzipFileInfo[]): string | null {
  if (listed.length > limits.files) return `has ${listed.length} files; at most ${limits.files} are read.`;
  const size = listed.reduce((sum, { originalSize }) => sum + originalSize, 0);
  return size > limits.unpacked ? "unpacks to more than 64 MiB." : null;
}

/** Finds the definitions in the files of a folder; of those, the ones that `mayHoldDefinition`. */
export async function importFolder(all: readonly FileInside[], importOne: ImportOne): Promise<ImportResult> {
  const files = all.filter(({ path }) => mayHoldDefinition(path));
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (files.length > limits.files || size > limits.unpacked) {
    const message = `This folder has more than ${limits.files} files or 64 MiB to look into. Open a folder in it, or the file that holds the definition.`;
    return refused("too-large", message);
  }
  return importAll(files, "a folder", null, importOne);
}

async function importAll(
  files: readonly FileInside[],
  label: string,
  elsewhere: string | null,
  importOne: ImportOne,
): Promise<ImportResult> {
  const found: FoundDefinition[] = [];
  for (const file of [...files].sort((left, right) => (left.path < right.path ? -1 : 1)))
    found.push(...(await foundIn(file, label, importOne)));
  const [first, ...more] = found;
  if (first !== undefined) return { ok: true, found: [first, ...more] };
  return refused(
    "not-a-definition",
    elsewhere ??
      `There is no definition in this ${label.replace("a ", "")}: ${files.length} of its files were looked into.`,
  );
}

async function foundIn(
  { path, bytes }: FileInside,
  label: string,
  importOne: ImportOne,
): Promise<readonly FoundDefinition[]> {
  const read = await importOne(bytes, path);
  const taken = (what: string) => ({ label, what });
  if (read.ok)
    return read.found.map((one) => ({
      ...one,
      file: path,
      taken: taken(whatIn(path, one.taken)),
    }));
  // One with a fault is said; what is something else is passed over.
  const decoded = textOf(bytes, largestNotebook);
  return decoded.ok && read.refusal.code !== "not-a-definition" && /"Steps"\s*:/.test(decoded.text)
    ? [{ ...itself(decoded.text, read), file: path, taken: taken(path) }]
    : [];
}

/** "ml/a.json", "the body of Churn of cfn/t.yaml". */
function whatIn(path: string, taken: FoundDefinition["taken"]): string {
  return taken === null || taken.what === "the definition in it" ? path : `${taken.what} of ${path}`;
}

function refused(code: Refusal["code"], message: string): ImportResult {
  return { ok: false, refusal: { code, message, line: 1, column: 1, pointer: "" } };
}
