import type { ExtensionContext, Uri } from "vscode";
import { isSideFile } from "../pipeline/definition/sideFile";
import { compareWith } from "./compareWith";
import { editorType } from "./pipelineEditor";
import { showAsGraph } from "./showAsGraph";
import type { Disposed } from "./shown";
import type { VsCode } from "./vsCode";

/** The commands of the manifest. Each takes the file that is meant; without, it is that of the editor in front. */
export function registerCommands(vscode: VsCode, context: ExtensionContext): Disposed[] {
  const command = (name: string, run: (file: Uri) => Promise<unknown>) =>
    vscode.commands.registerCommand(`stepwire.${name}`, async (named?: Uri) => {
      const file = named ?? fileInFront(vscode);
      if (file === undefined) return say(vscode, "Open the file first, then give the command again.");
      if (isSideFile(file.path))
        return say(vscode, "This is what Stepwire keeps beside a definition. Open the definition itself.");
      await run(file);
    });
  return [
    command("openAsPipeline", async (file) =>
      vscode.commands.executeCommand("vscode.openWith", file, editorType, vscode.ViewColumn.Active),
    ),
    command("showAsGraph", (file) => showAsGraph(vscode, context, file)),
    command("compareWith", (file) => compareWith(vscode, context, file)),
  ];
}

function say(vscode: VsCode, message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** The file whose text or picture is in front. */
function fileInFront(vscode: VsCode): Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return vscode.window.activeTextEditor?.document.uri;
}
