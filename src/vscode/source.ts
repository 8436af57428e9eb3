import type { TextDocument } from "vscode";
import { type Found, foundIn } from "./foundIn";
import type { Disposed } from "./shown";
import type { VsCode } from "./vsCode";

/** Where definitions come from that are only looked at. */
export interface Source {
  /** Throws why there are none, in words. */
  found(): Promise<readonly Found[]>;
  /** Another one each time that they may be others. */
  revision(): string;
  onChange(listener: () => void): Disposed;
}

/** What stands in a text: a template, a notebook, a print. It is read anew as it is typed. */
export function textSource(vscode: VsCode, document: TextDocument): Source {
  return {
    found: () => foundIn(document),
    revision: () => String(document.version),
    onChange: (listener) =>
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && change.contentChanges.length > 0) listener();
      }),
  };
}
