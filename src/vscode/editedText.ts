import type { Memento, TextDocument } from "vscode";
import type { WriteFile } from "../contract/files";
import type { HostMessage } from "../contract/host";
import { smallestChange } from "../pipeline/definition/smallestChange";
import { type Disposed, type Shown, unlessKnown } from "./shown";
import { showText } from "./showText";
import { type SideFile, sideFileOf } from "./sideFileOf";
import type { VsCode } from "./vsCode";

/** The text of a document that VS Code holds, for a page that edits it: what the page writes is an edit there, in the smallest range. */
export function editedText(vscode: VsCode, document: TextDocument, remembered: Memento): Shown & Disposed {
  const readOnlyBecause = whyReadOnly(vscode, document);
  const keepsBeside =
    readOnlyBecause === null &&
    document.uri.scheme !== "untitled" &&
    vscode.workspace.getConfiguration("stepwire", document.uri).get("layout") !== "nowhere";
  const side = keepsBeside ? sideFileOf(vscode, document, remembered) : nothingBeside;
  const events = new vscode.EventEmitter<Extract<HostMessage, { event: string }>>();
  const tell = () => events.fire({ event: "changed" });
  const parts: Disposed[] = [
    side,
    events,
    side.onChange(tell),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && change.contentChanges.length > 0) tell();
    }),
  ];
  const revision = () => String(document.version);

  async function writeText(text: string): Promise<string | null> {
    const change = smallestChange(document.getText(), text);
    if (change === null) return revision();
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(change.from), document.positionAt(change.to));
    edit.replace(document.uri, range, change.insert);
    if (!(await vscode.workspace.applyEdit(edit))) return null;
    // Something may have been typed right behind it: then the page knows no text that is there now.
    return document.getText() === text ? revision() : `before ${revision()}`;
  }

  return {
    opening: { path: pathOf(vscode, document), keepsBeside, readOnlyBecause, compared: null },
    async readFile(known) {
      const beside = await side.read();
      const file = { kind: "file" as const, text: document.getText(), revision: revision() };
      return unlessKnown({ ...file, readOnly: readOnlyBecause !== null, beside }, known);
    },
    async writeFile({ text, expected, beside }): Promise<WriteFile> {
      if (readOnlyBecause !== null) throw new Error(readOnlyBecause);
      const written = expected === revision() ? await writeText(text) : null;
      if (written === null) return { kind: "changed" };
      const kept = beside === null ? null : await side.keep(beside.text, beside.expected);
      return { kind: "written", revision: written, beside: kept };
    },
    save: async () => document.save(),
    showText: (line, column) => showText(vscode, document, line, column),
    onEvent: events.event,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

/** The file's path in the folder that is open; the page takes it for JSON, which a new text's name does not say. */
function pathOf(vscode: VsCode, { uri }: TextDocument): string {
  const path = vscode.workspace.asRelativePath(uri, false).replaceAll("\\", "/");
  return /\.json$/i.test(path) ? path : `${path}.json`;
}

function whyReadOnly(vscode: VsCode, { uri }: TextDocument): string | null {
  if (uri.scheme === "untitled" || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false) return null;
  return "This is a version that cannot be edited. Open the file itself to edit it.";
}

const nothing: Disposed = { dispose: () => {} };
const nothingBeside: SideFile = {
  ...nothing,
  read: async () => null,
  keep: async () => null,
  onChange: () => nothing,
};
