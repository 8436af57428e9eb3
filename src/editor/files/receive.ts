/** What becomes of a document when its file is another than the one it was made from. */
import type { DefinitionChanges } from "../../pipeline/compare/changes";
import { type Conflict, mergeBeside, mergeDefinitions, type Side } from "../../pipeline/compare/mergeDefinitions";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { besideOfBase, type FileBase } from "./fileBase";

export interface Received {
  readonly document: PipelineDocument;
  readonly conflicts: readonly Conflict[];
}

/** The document with what changed in the file; conflicts are decided as chosen, what is not chosen yet as it is here. */
export function mergeFile(
  document: PipelineDocument,
  base: FileBase,
  theirs: FileBase,
  choices: ReadonlyMap<string, Side> = new Map(),
): Received {
  const definition = mergeDefinitions(base.definition, document.definition, theirs.definition, choices);
  // Where one of the two has no side file, nothing beside was changed there.
  if (theirs.beside === null)
    return { document: { ...document, definition: definition.merged }, conflicts: definition.conflicts };
  const before = besideOfBase(base, document);
  const beside = mergeBeside(before, document, theirs.beside, choices);
  return {
    document: {
      ...document,
      definition: definition.merged,
      ...beside.merged,
      name: beside.merged.name || document.name,
    },
    conflicts: [...definition.conflicts, ...beside.conflicts],
  };
}

/** "Train changed, Evaluate added" */
export function changesInWords({ steps, parameters, definition, order }: DefinitionChanges): string {
  const items = [...steps, ...parameters].map(({ name, change }) => `${name} ${change}`);
  const rest = [
    ...(definition.length > 0 ? ["other parts changed"] : []),
    ...(order === null ? [] : ["steps in another order"]),
  ];
  const all = [...items, ...rest];
  const more = all.length - 4;
  return (more > 0 ? [...all.slice(0, 4), `${more} more`] : all).join(", ");
}
