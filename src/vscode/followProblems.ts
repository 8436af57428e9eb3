import type { Diagnostic, TextDocument } from "vscode";
import { isPipeline } from "./isPipeline";
import { type PlacedProblem, problemsIn } from "./problemsIn";
import type { Disposed } from "./shown";
import type { VsCode } from "./vsCode";

/** Who says it, in VS Code's list of problems. */
export const source = "Stepwire";
/** How long nothing is typed before the rules are asked. */
const rest = 200;

/** Keeps the problems of every definition that is open in VS Code's list, whether its text or its picture is looked at. */
export function followProblems(vscode: VsCode): Disposed {
  const listed = vscode.languages.createDiagnosticCollection("stepwire");
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const check = async (document: TextDocument) => {
    waiting.delete(document);
    const { version } = document;
    const { problems } = await problemsIn(document.getText());
    if (document.version !== version || document.isClosed) return;
    listed.set(
      document.uri,
      problems.map((problem) => diagnosticOf(vscode, document, problem)),
    );
  };
  const forget = (document: TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    listed.delete(document.uri);
  };
  const look = (document: TextDocument, after = rest) => {
    if (!isPipeline(document)) return forget(document);
    clearTimeout(waiting.get(document));
    waiting.set(
      document,
      setTimeout(() => void check(document), after),
    );
  };
  const parts = [
    listed,
    vscode.workspace.onDidOpenTextDocument((document) => look(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) look(document);
    }),
    vscode.workspace.onDidCloseTextDocument(forget),
  ];
  for (const document of vscode.workspace.textDocuments) look(document, 0);
  return {
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}

function diagnosticOf(vscode: VsCode, document: TextDocument, { problem, from, to }: PlacedProblem): Diagnostic {
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  const severities = {
    error: vscode.DiagnosticSeverity.Error,
    warning: vscode.DiagnosticSeverity.Warning,
    info: vscode.DiagnosticSeverity.Information,
  };
  const about = problem.step === null ? "" : `${problem.step}: `;
  const diagnostic = new vscode.Diagnostic(range, about + problem.message, severities[problem.severity]);
  diagnostic.source = source;
  diagnostic.code = problem.code;
  return diagnostic;
}
