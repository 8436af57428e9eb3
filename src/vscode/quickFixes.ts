import type { CodeAction, CodeActionProvider, Range, TextDocument } from "vscode";
import type { PipelineDocument } from "../pipeline/definition/document";
import { rewrite } from "../pipeline/definition/rewrite";
import { smallestChange } from "../pipeline/definition/smallestChange";
import { EditRefused } from "../pipeline/edits/edit";
import type { Fix } from "../pipeline/problems/problem";
import { source } from "./followProblems";
import { isPipeline } from "./isPipeline";
import { problemsIn } from "./problemsIn";
import type { VsCode } from "./vsCode";

/** The cures of the problems at a place of a definition's text, as VS Code's quick fixes: the same edits as on the canvas. */
export function quickFixes(vscode: VsCode): CodeActionProvider {
  return {
    async provideCodeActions(document, range, context) {
      const shown = context.diagnostics.filter((one) => one.source === source);
      if (shown.length === 0 || !isPipeline(document)) return [];
      const { text, document: pipeline, problems } = await problemsIn(document.getText());
      if (pipeline === null) return [];
      return problems.flatMap(({ problem, from, to }) => {
        const place = new vscode.Range(document.positionAt(from), document.positionAt(to));
        const diagnostic = shown.find((one) => one.code === problem.code && one.range.isEqual(place));
        if (diagnostic === undefined || place.intersection(range as Range) === undefined) return [];
        return (problem.fixes ?? []).flatMap((fix): CodeAction[] => {
          const edit = editOf(vscode, document, text, pipeline, fix);
          if (edit === null) return [];
          const action = new vscode.CodeAction(fix.label, vscode.CodeActionKind.QuickFix);
          action.diagnostics = [diagnostic];
          action.edit = edit;
          return [action];
        });
      });
    },
  };
}

/** Null for a cure that the document refuses, or that changes nothing of its text. */
function editOf(vscode: VsCode, document: TextDocument, text: string, pipeline: PipelineDocument, { recipe }: Fix) {
  let cured: PipelineDocument;
  try {
    cured = recipe(pipeline);
  } catch (thrown) {
    if (thrown instanceof EditRefused) return null;
    throw thrown;
  }
  const change = smallestChange(text, rewrite(text, cured.definition));
  if (change === null) return null;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(change.from), document.positionAt(change.to));
  edit.replace(document.uri, range, change.insert);
  return edit;
}
