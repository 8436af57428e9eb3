/** What a definition can be found in: opening, pasting, dropping and the command line all come through here. */
import { parseDefinition, positionOf, type Refusal } from "../pipeline/definition/parse";
import { type FileInside, isZip } from "./filesInside";
import { type ImportResult, itself, offsetOf, readFinding, sayHole, withoutRepeats } from "./found";
import { largestNotebook, textOf } from "./utf8";

export type { FileInside } from "./filesInside";
export type { FoundDefinition, ImportResult } from "./found";
export { namesOf, nameToOpen } from "./names";
export { mayHoldDefinition, openableFiles } from "./openableFiles";
export { textOf } from "./utf8";

/** Finds and reads the definitions in a text, without a byte order mark before it. `fileName` is "" where there is no file. */
export async function importText(pasted: string, fileName: string): Promise<ImportResult> {
  const text = pasted.startsWith("\uFEFF") ? pasted.slice(1) : pasted;
  const plain = parseDefinition(text);
  // In a template `$${` stands for `${`, whether or not the rest of it is JSON.
  if (plain.ok && !/\.(tftpl|tpl|tmpl)$/i.test(fileName)) return { ok: true, found: [itself(text, plain)] };
  // One bracket too many: what stands before it is no definition in some other text.
  if (
    !plain.ok &&
    plain.refusal.code === "not-json" &&
    /^[\s,]*[\]}][\s\]},]*$/.test(text.slice(offsetOf(text, plain.refusal)))
  )
    return { ok: false, refusal: plain.refusal };
  const [{ findDefinitions }, { nameWhatItIs }] = await Promise.all([import("./forms"), import("./otherThings")]);
  const findings = await findDefinitions(text, fileName);
  if (findings !== null && "fault" in findings) return refused("not-a-definition", findings.fault, text);
  const read = (findings?.found ?? []).map((finding) => readFinding(finding, findings?.label ?? "", text));
  const [first, ...more] = withoutRepeats(read);
  if (first !== undefined) return { ok: true, found: [first, ...more] };
  const elsewhere = findings?.elsewhere ?? nameWhatItIs(text, fileName);
  if (elsewhere !== null) return refused(text.trim() === "" ? "not-json" : "not-a-definition", elsewhere, text);
  return plain.ok ? { ok: true, found: [itself(text, plain)] } : { ok: false, refusal: sayHole(plain.refusal, text) };
}

/** The same of a file's bytes, which may be too many, no text, or a zip file's. */
export async function importFile(bytes: Uint8Array, fileName: string): Promise<ImportResult> {
  if (isZip(bytes)) return (await import("./archive")).importArchive(bytes, importOne);
  return importOne(bytes, fileName);
}

/** The same of the files of a folder. */
export async function importFolder(files: readonly FileInside[]): Promise<ImportResult> {
  return (await import("./archive")).importFolder(files, importOne);
}

async function importOne(bytes: Uint8Array, fileName: string): Promise<ImportResult> {
  const decoded = textOf(bytes, isNotebook(bytes, fileName) ? largestNotebook : undefined);
  if (decoded.ok) return importText(decoded.text, fileName);
  if (decoded.refusal.code !== "not-utf8") return decoded;
  const named = (await import("./otherThings")).nameBytes(bytes);
  return named === null ? decoded : { ok: false, refusal: { ...decoded.refusal, message: named, line: 1, column: 1 } };
}

/** By the file's name; where there is none, by its first key. */
function isNotebook(bytes: Uint8Array, fileName: string): boolean {
  const begin = String.fromCharCode(...bytes.subarray(0, 40)).replace(/\s/g, "");
  return /\.ipynb$/i.test(fileName) || (!fileName.includes(".") && begin.startsWith('{"cells":['));
}

function refused(code: Refusal["code"], { message, at }: { message: string; at: number }, text: string): ImportResult {
  return { ok: false, refusal: { code, message, ...positionOf(text, at), pointer: "" } };
}
