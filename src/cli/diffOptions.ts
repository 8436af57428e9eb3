import type { DefinitionChoice } from "./definitionFile";

export const diffForms = ["text", "markdown", "mermaid"] as const;

export interface DiffOptions extends DefinitionChoice {
  readonly to: (typeof diffForms)[number];
  readonly json?: boolean;
}
