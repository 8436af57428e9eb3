import type { ExtensionContext, WebviewPanel } from "vscode";
import { answerCalls } from "./answerCalls";
import { pageHtml } from "./pageHtml";
import type { Disposed, Shown } from "./shown";
import type { VsCode } from "./vsCode";

/** Puts the page into a window, and answers what it asks until the window is closed. */
export async function showPage(
  vscode: VsCode,
  { extensionUri }: Pick<ExtensionContext, "extensionUri">,
  panel: WebviewPanel,
  shown: Shown & Disposed,
): Promise<void> {
  const { webview } = panel;
  const folder = vscode.Uri.joinPath(extensionUri, "page");
  const answering = answerCalls(vscode, webview, shown);
  panel.onDidDispose(() => {
    answering.dispose();
    shown.dispose();
  });
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const built = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, "index.html"));
  webview.html = pageHtml(new TextDecoder().decode(built), String(webview.asWebviewUri(folder)), webview.cspSource);
}
