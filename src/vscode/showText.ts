import type { TextDocument } from "vscode";
import type { VsCode } from "./vsCode";

/** Shows the text of a document beside what is shown, at a place, from 1. */
export async function showText(vscode: VsCode, document: TextDocument, line: number, column: number): Promise<void> {
  const at = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(at, at),
  });
}
