import type { TextDocument } from "vscode";
import type { HostMessage, HostOpening } from "../contract/host";
import { type Disposed, type Shown, unlessKnown } from "./shown";
import { showText } from "./showText";
import type { Source } from "./source";
import type { VsCode } from "./vsCode";

interface LookedAt {
  readonly source: Source;
  /** Which of several definitions in it is meant. */
  readonly name: string;
  readonly compared: HostOpening["compared"];
}

/** What a file holds, for a page that only shows it and follows it: a template, a notebook, one side of a comparison. */
export function lookedAtText(vscode: VsCode, document: TextDocument, looked: LookedAt): Shown & Disposed {
  const { source, name, compared } = looked;
  const file = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  const readOnlyBecause = `This is a picture of ${file}, which follows its text. Edit it there.`;
  const events = new vscode.EventEmitter<Extract<HostMessage, { event: string }>>();
  const following = source.onChange(() => events.fire({ event: "changed" }));
  return {
    opening: { path: `${name.replace(/\.json$/i, "")}.json`, keepsBeside: false, readOnlyBecause, compared },
    async readFile(known) {
      const revision = source.revision();
      const found = await source.found();
      const { text } = found.find((one) => one.name === name) ?? found[0] ?? { text: "" };
      return unlessKnown({ kind: "file", text, revision, readOnly: true, beside: null }, known);
    },
    writeFile: async () => {
      throw new Error(readOnlyBecause);
    },
    save: async () => document.save(),
    showText: (line, column) => showText(vscode, document, line, column),
    onEvent: events.event,
    dispose() {
      following.dispose();
      events.dispose();
    },
  };
}
