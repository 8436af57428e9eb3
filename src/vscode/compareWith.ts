import type { ExtensionContext, QuickPickItem, TextDocument, Uri } from "vscode";
import { committedText } from "./committedText";
import { isPipeline } from "./isPipeline";
import { lookedAtText } from "./lookedAtText";
import { chooseIn, showBeside } from "./showAsGraph";
import { textSource } from "./source";
import type { VsCode } from "./vsCode";

interface Choice extends QuickPickItem {
  readonly before: () => Promise<{ readonly label: string; readonly text: string } | null>;
}

/** Shows a definition over another one: what git has of it, one that is open, or a file. */
export async function compareWith(vscode: VsCode, context: ExtensionContext, uri: Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const source = textSource(vscode, document);
  const after = await chooseIn(vscode, source);
  if (after === null) return;
  const choices = await choicesFor(vscode, document);
  const chosen = await vscode.window.showQuickPick(choices, { title: `Compare ${nameOf(uri)} with` });
  const before = (await chosen?.before()) ?? null;
  if (before === null) return;
  const compared = { ...before, as: nameOf(uri) };
  const title = `${before.label} → ${nameOf(uri)}`;
  await showBeside(vscode, context, title, lookedAtText(vscode, document, { source, name: after.name, compared }));
}

async function choicesFor(vscode: VsCode, document: TextDocument): Promise<readonly Choice[]> {
  const committed = await committedText(vscode, document.uri);
  const open = vscode.workspace.textDocuments.filter((other) => other !== document && isPipeline(other));
  const textOf = async (other: TextDocument) => {
    const found = await chooseIn(vscode, textSource(vscode, other));
    return found === null ? null : { label: nameOf(other.uri), text: found.text };
  };
  return [
    ...(committed === null
      ? []
      : [{ label: "What git has", description: "HEAD", before: async () => ({ label: "HEAD", text: committed }) }]),
    ...open.map((other) => ({ label: nameOf(other.uri), description: "open", before: () => textOf(other) })),
    {
      label: "A file…",
      before: async () => {
        const [file] = (await vscode.window.showOpenDialog({ canSelectMany: false })) ?? [];
        return file === undefined ? null : textOf(await vscode.workspace.openTextDocument(file));
      },
    },
  ];
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
