import { createHash } from "node:crypto";
import type { Memento, TextDocument } from "vscode";
import type { FileContent } from "../contract/files";
import { keepIgnores, sideFileOf as sidePathOf } from "../pipeline/definition/sideFile";
import type { Disposed } from "./shown";
import type { VsCode } from "./vsCode";

/** What lies beside a definition: layout, notes, groups, pins and samples. */
export interface SideFile extends Disposed {
  read(): Promise<FileContent["beside"]>;
  /** Keeps a text there; null where someone else has changed it meanwhile. */
  keep(text: string, expected: string | null): Promise<string | null>;
  onChange(listener: () => void): Disposed;
}

/**
 * The side file of a text document. While the text is not saved, it is remembered, and written with it: what is given up with the text
 * is nowhere. Else it is written at once, for there is nothing to save.
 */
export function sideFileOf(vscode: VsCode, document: TextDocument, remembered: Memento): SideFile {
  const uri = document.uri.with({ path: sidePathOf(document.uri.path) });
  const key = `beside ${document.uri}`;
  const changed = new vscode.EventEmitter<void>();
  const folder = vscode.Uri.joinPath(uri, "..");
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
  const tell = () => changed.fire();

  const onDisk = () =>
    vscode.workspace.fs.readFile(uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => null,
    );
  const present = async () => remembered.get<string>(key) ?? (await onDisk());
  const write = async (text: string) => {
    const kept = keepIgnores(text, (await onDisk()) ?? "");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(kept));
    await remembered.update(key, undefined);
  };

  const parts: Disposed[] = [
    changed,
    watcher,
    watcher.onDidChange(tell),
    watcher.onDidCreate(tell),
    watcher.onDidDelete(tell),
    vscode.workspace.onDidSaveTextDocument(async (saved) => {
      const waiting = remembered.get<string>(key);
      if (saved === document && waiting !== undefined) await write(waiting);
    }),
  ];
  return {
    read: async () => withRevision(await present()),
    async keep(text, expected) {
      if ((withRevision(await present())?.revision ?? null) !== expected) return null;
      if (document.isDirty) await remembered.update(key, text);
      else await write(text);
      return withRevision(await present())?.revision ?? null;
    },
    onChange: changed.event,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

function withRevision(text: string | null): FileContent["beside"] {
  return text === null ? null : { text, revision: createHash("sha256").update(text).digest("hex") };
}
