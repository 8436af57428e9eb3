import type { MappedText } from "../source/mappedText";
import type { SourceNode } from "../source/sourceNode";

/** A definition that was found: its JSON text, not read yet. */
export interface Finding {
  /** The pipeline's name, null where the file does not say it. */
  readonly name: string | null;
  /** What was read, completes "read …": "the definition printed in cell 1". */
  readonly what: string;
  readonly json: MappedText;
}

/** Why a definition is not in the file itself, and what to do. */
export interface Elsewhere {
  readonly message: string;
  readonly at: number;
}

export interface Findings {
  /** What the file is, with an article: "a notebook". */
  readonly label: string;
  readonly found: readonly Finding[];
  /** Said where nothing is found. */
  readonly elsewhere: Elsewhere | null;
}

/** What a definition stands in: a CloudFormation template, a notebook. One file each, and one line in the registry. */
export interface ImportForm {
  readonly id: string;
  /** Looks for definitions; null where the value is nothing of this form. `open` looks into a text inside. */
  find(node: SourceNode, open: (text: MappedText) => Findings | null): Findings | null;
}
