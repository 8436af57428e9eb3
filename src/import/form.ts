import type { DefinitionResult } from "../pipeline/definition/parse";

/** A form in which a definition can be found. One file each, and one line in the registry. */
export interface ImportForm {
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** How such files end, with the dot. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** True for text of this form; cheap, and wrong only for text that no form reads. `fileName` is "" where there is no file. */
  recognise(text: string, fileName: string): boolean;
  /** Reads the definition in it. Never throws: what cannot be taken comes back as a refusal with its place. */
  read(text: string): DefinitionResult;
}
