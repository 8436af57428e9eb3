import type { VsCode } from "./vsCode";

/** Writes what the page has made (an export) where the person wants it. */
export async function keepFile(vscode: VsCode, name: string, content: string | Uint8Array): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const defaultUri = folder === undefined ? undefined : vscode.Uri.joinPath(folder.uri, name);
  const chosen = await vscode.window.showSaveDialog(defaultUri === undefined ? {} : { defaultUri });
  if (chosen === undefined) return;
  await vscode.workspace.fs.writeFile(
    chosen,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
}
