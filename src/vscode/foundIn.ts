import type { TextDocument } from "vscode";
import { type FoundDefinition, importText, namesOf } from "../import";
import { refusalText } from "../pipeline/definition/refusalText";

/** A definition in a text: the file's own, or one that stands in a template, a notebook, a print. */
export interface Found {
  readonly name: string;
  /** The definition's own text. */
  readonly text: string;
  /** "a CloudFormation template"; null where the text is the definition. */
  readonly label: string | null;
}

/** The definitions in a text document; throws why there is none, in words. */
export async function foundIn({ uri, getText }: Pick<TextDocument, "uri" | "getText">): Promise<readonly Found[]> {
  const fileName = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const read = await importText(getText(), fileName);
  if (!read.ok) throw new Error(refusalText(read.refusal));
  const names = namesOf(read.found);
  return read.found.map(({ json, taken }: FoundDefinition, index) => ({
    name: names[index] ?? fileName,
    text: json.text,
    label: taken?.label ?? null,
  }));
}
