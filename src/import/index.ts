/** What a definition can be found in: opening, pasting, dropping and the command line all come through here. */
import type { DefinitionResult } from "../pipeline/definition/parse";
import type { ImportForm } from "./form";
import { json } from "./json";
import { textOf } from "./utf8";

export const importForms: readonly ImportForm[] = [json];

/** Reads a definition in whichever form it stands; text that no form recognises is read as JSON, and the refusal says what is amiss. */
export function importText(text: string, fileName: string): DefinitionResult {
  return (importForms.find((form) => form.recognise(text, fileName)) ?? json).read(text);
}

/** The same of a file's bytes, which may be too many or no text. */
export function importFile(bytes: Uint8Array, fileName: string): DefinitionResult {
  const decoded = textOf(bytes);
  return decoded.ok ? importText(decoded.text, fileName) : decoded;
}

export { textOf } from "./utf8";
