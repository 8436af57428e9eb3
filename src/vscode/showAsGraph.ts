import type { ExtensionContext, Uri } from "vscode";
import type { Found } from "./foundIn";
import { lookedAtText } from "./lookedAtText";
import { mayRun, programSource } from "./programSource";
import { showPage } from "./showPage";
import { type Source, textSource } from "./source";
import type { VsCode } from "./vsCode";

/** Shows what a file holds beside it, and follows it: as it is typed, or, for a program, as it is saved. */
export async function showAsGraph(vscode: VsCode, context: ExtensionContext, uri: Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isProgram = /\.py$/i.test(uri.path);
  if (isProgram && !(await mayRun(vscode, uri.path.slice(uri.path.lastIndexOf("/") + 1)))) return;
  const source = isProgram ? programSource(vscode, context, document) : textSource(vscode, document);
  const found = await chooseIn(vscode, source);
  if (found === null) return;
  const shown = lookedAtText(vscode, document, { source, name: found.name, compared: null });
  await showBeside(vscode, context, `${found.name}: graph`, shown);
}

export async function showBeside(
  vscode: VsCode,
  context: ExtensionContext,
  title: string,
  shown: ReturnType<typeof lookedAtText>,
): Promise<void> {
  const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel("stepwire.graph", title, where, { retainContextWhenHidden: true });
  await showPage(vscode, context, panel, shown);
}

/** The definition that is meant; null where there is none, which is said, or none was chosen. */
export async function chooseIn(vscode: VsCode, source: Source): Promise<Found | null> {
  let found: readonly Found[];
  try {
    found = await source.found();
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    void vscode.window.showWarningMessage(`There is no graph to show of this file. ${why}`);
    return null;
  }
  const [first, ...more] = found;
  if (first === undefined || more.length === 0) return first ?? null;
  const choices = found.map(({ name, label }) => ({ label: name, description: label ?? "" }));
  const chosen = await vscode.window.showQuickPick(choices, { title: "Which pipeline?" });
  return found.find(({ name }) => name === chosen?.label) ?? null;
}
