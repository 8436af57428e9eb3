import type { CustomTextEditorProvider, ExtensionContext } from "vscode";
import { editedText } from "./editedText";
import { showPage } from "./showPage";
import type { VsCode } from "./vsCode";

/** The `viewType` of the manifest. */
export const editorType = "stepwire.pipeline";

/** The editor of a definition's text: the page, joined to the text that VS Code holds. */
export function pipelineEditor(vscode: VsCode, context: ExtensionContext): CustomTextEditorProvider {
  return {
    async resolveCustomTextEditor(document, panel) {
      await showPage(vscode, context, panel, editedText(vscode, document, context.workspaceState));
    },
  };
}
