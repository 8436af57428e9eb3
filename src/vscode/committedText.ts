import type { Uri } from "vscode";
import type { VsCode } from "./vsCode";

/** What of VS Code's own git extension is asked (its API, version 1). */
interface Git {
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(revision: string, path: string): Promise<string> } | null;
  };
}

/** A file's text as git has it in HEAD; null where it has none, or git is not there. */
export async function committedText(vscode: VsCode, uri: Uri): Promise<string | null> {
  try {
    const git = await vscode.extensions.getExtension<Git>("vscode.git")?.activate();
    return (await git?.getAPI(1).getRepository(uri)?.show("HEAD", uri.fsPath)) ?? null;
  } catch {
    return null;
  }
}
