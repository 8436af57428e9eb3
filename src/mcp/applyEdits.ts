import { compareProblems } from "../pipeline/compare/compareProblems";
import { blankDefinition, createDocument } from "../pipeline/definition/document";
import type { ObjectValue } from "../pipeline/definition/value";
import { type ExplainedProblem, explainProblems } from "../pipeline/reading/explainProblems";
import { loadAllModels } from "../pipeline/schema/load";
import { type Answer, applyEdit, type Edit } from "./edits";
import { type PipelineFolder, ToolFault } from "./files";
import { workspaceFor } from "./workspace";

type Told = Answer & { readonly problems?: { readonly new: readonly object[]; readonly gone: readonly object[] } };

export interface Applied {
  /** False where one was refused: then nothing is written. */
  readonly applied: boolean;
  readonly revision: string | null;
  readonly edits: readonly Told[];
}

/**
 * Does the edits one after the other, and writes the file where all could be done: all or nothing. `expectedRevision` is what the file was read
 * as, null for one that is to be made.
 */
export async function applyEdits(
  folder: PipelineFolder,
  path: string,
  expectedRevision: string | null,
  edits: readonly Edit[],
): Promise<Applied> {
  const before = folder.find(path);
  const revision = before?.revision ?? null;
  if (revision !== expectedRevision) throw new ToolFault(staleWords(path, revision));
  const workspace = workspaceFor(before?.document ?? createDocument("", path, blankDefinition), await loadAllModels());
  const definition = (): ObjectValue => workspace.editor.store.getState().document.definition;
  const told: Told[] = [];
  let problems = await explainProblems(definition());
  try {
    for (const edit of edits) {
      const answer = await applyEdit(workspace, edit);
      if ("refused" in answer) return { applied: false, revision, edits: [...told, answer] };
      const now = await explainProblems(definition());
      const { new: made, gone } = compareProblems(problems, now);
      told.push({ ...answer, problems: { new: made.map(inShort), gone: gone.map(inShort) } });
      problems = now;
    }
  } finally {
    workspace.close();
  }
  const written = folder.write(path, before, definition());
  if (written === null) throw new ToolFault(staleWords(path, folder.find(path)?.revision ?? null));
  return { applied: true, revision: written, edits: told };
}

function staleWords(path: string, revision: string | null): string {
  return revision === null
    ? `${path} is not there (any more). To make it, give null as expectedRevision.`
    : `${path} is not what you read: it has the revision ${revision} now. Read it again, and decide anew.`;
}

function inShort({ code, severity, step, path, message }: ExplainedProblem) {
  return { code, severity, step, path, message };
}
