import type { DefinitionChoice } from "./definitionFile";

export const diffForms = ["text", "markdown", "mermaid", "svg", "html"] as const;

export interface DiffOptions extends DefinitionChoice {
  readonly to: (typeof diffForms)[number];
  readonly json?: boolean;
  /** What is deployed there is the definition before. */
  readonly target?: string;
  /** The pipeline's name there, where it is not the file's. */
  readonly deployedAs?: string;
}
