import {
  type FileInside,
  type FoundDefinition,
  importFile,
  importFolder,
  importText,
  namesOf,
  nameToOpen,
} from "../../import";
import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import type { Refusal } from "../../pipeline/definition/parse";
import { refusalText } from "../../pipeline/definition/refusalText";
import { type Choices, choicesOf } from "./question";

export type Imported =
  | { readonly ok: true; readonly document: PipelineDocument }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a file holds: a definition, or several to choose of. */
export type Import = Imported | { readonly ok: true; readonly several: SeveralDefinitions };

export interface SeveralDefinitions {
  readonly choices: Choices;
  readonly chosen: (choice: string) => Imported | null;
}

/** Makes documents of the definitions in a text. `from` is where it came from, a file's name: what does not say its own name is called so. */
export async function importDefinition(text: string, from: string, newId: () => string): Promise<Import> {
  return imported(await importText(text, from), from, newId);
}

/** The same of a file's bytes, which may be too many or no text. */
export async function importBytes(bytes: Uint8Array, from: string, newId: () => string): Promise<Import> {
  return imported(await importFile(bytes, from), from, newId);
}

/** The same of the files of a folder. */
export async function importFiles(files: readonly FileInside[], from: string, newId: () => string): Promise<Import> {
  return imported(await importFolder(files), from, newId);
}

function imported(read: Awaited<ReturnType<typeof importText>>, from: string, newId: () => string): Import {
  if (!read.ok) return read;
  const [only, ...more] = read.found;
  if (more.length === 0) return documentOf(only, from, newId);
  const names = namesOf(read.found);
  return {
    ok: true,
    several: {
      choices: choicesOf(
        read.found.map(({ taken, file, result }, index) => ({
          id: names[index] ?? "",
          label: names[index] ?? "",
          hint: names[index] === file ? "" : (taken?.what ?? ""),
          refused: result.ok ? null : result.refusal.message,
        })),
      ),
      chosen: (choice) => {
        const found = read.found[names.indexOf(choice)];
        return found === undefined ? null : documentOf(found, from, newId);
      },
    },
  };
}

function documentOf(found: FoundDefinition, from: string, newId: () => string): Imported {
  const { result } = found;
  if (!result.ok) return result;
  return { ok: true, document: createDocument(newId(), nameToOpen(found, from), result.value) };
}

/** A refusal in words: what was refused, why, and where. */
export function refusalInWords(from: string, refusal: Refusal): string {
  return `${from} was not opened: ${refusalText(refusal)} Nothing was changed.`;
}
