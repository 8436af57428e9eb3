import type { PipelineDocument } from "../pipeline/definition/document";

/** A form in which a definition can be written. One file each, and one line in the registry. */
export interface ExportForm {
  /** What `stepwire export --to` takes. */
  readonly id: string;
  /** As people call it: "Download JSON file". */
  readonly label: string;
  /** How such files end, with the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What does not come along, in a sentence; null where the definition can be read back token for token. */
  readonly loses: string | null;
  write(document: Pick<PipelineDocument, "name" | "definition">): string;
}
