import type { ExtensionContext } from "vscode";
import { followProblems } from "./followProblems";
import { editorType, pipelineEditor } from "./pipelineEditor";
import { quickFixes } from "./quickFixes";
import { registerCommands } from "./registerCommands";
import type { VsCode } from "./vsCode";

/** Puts Stepwire into VS Code: the editor, the problems, their cures, the commands. */
export function activateStepwire(vscode: VsCode, context: ExtensionContext): void {
  const json = [{ language: "json" }, { language: "jsonc" }];
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(editorType, pipelineEditor(vscode, context), {
      // What is looked at is still looked at when its tab comes back.
      webviewOptions: { retainContextWhenHidden: true },
      supportsMultipleEditorsPerDocument: true,
    }),
    followProblems(vscode),
    vscode.languages.registerCodeActionsProvider(json, quickFixes(vscode), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    ...registerCommands(vscode, context),
  );
}
