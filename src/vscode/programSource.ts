import type { ExtensionContext, TextDocument } from "vscode";
import type { Found } from "./foundIn";
import { runPython } from "./runPython";
import type { Source } from "./source";
import type { VsCode } from "./vsCode";

/** What a Python program makes when it runs, which it does anew each time it is saved. */
export function programSource(
  vscode: VsCode,
  context: ExtensionContext,
  document: TextDocument,
  run = runPython,
): Source {
  let runs = 0;
  let last: Promise<readonly Found[]> | null = null;
  return {
    found() {
      last ??= run(vscode, context, document.uri.fsPath).then(readDefinitions);
      return last;
    },
    revision: () => String(runs),
    onChange: (listener) =>
      vscode.workspace.onDidSaveTextDocument((saved) => {
        if (saved !== document) return;
        runs += 1;
        last = null;
        listener();
      }),
  };
}

interface Told {
  readonly definitions?: readonly { readonly name: string; readonly text: string }[];
  readonly fault?: string;
}

/** What definitions.py prints: the definitions, or why there are none. */
function readDefinitions(printed: string): readonly Found[] {
  const { definitions = [], fault } = JSON.parse(printed) as Told;
  if (fault !== undefined) throw new Error(`The program ended with ${fault}`);
  if (definitions.length === 0)
    throw new Error(
      "The program makes no Pipeline where it can be found: as a variable of its module, or by a function such as get_pipeline() that asks for nothing.",
    );
  return definitions.map(({ name, text }) => ({ name, text, label: "a Python program" }));
}

/** Asks whether a program may be run; never where the folder is not trusted. */
export async function mayRun(vscode: VsCode, file: string): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    const why = "A Python program holds no definition until it is run, and this folder is not trusted.";
    void vscode.window.showWarningMessage(`${why} Trust it (Workspaces: Manage Workspace Trust), then try again.`);
    return false;
  }
  const run = "Run it";
  const detail =
    'It is run on this computer as Python runs it, but for what stands under if __name__ == "__main__", without a network and without an account; it is run again each time you save it.';
  const asked = `${file} holds no definition until it is run. Run it to show its graph?`;
  return (await vscode.window.showWarningMessage(asked, { modal: true, detail }, run)) === run;
}
