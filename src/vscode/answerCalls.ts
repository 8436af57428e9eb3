import type { Webview } from "vscode";
import { type HostCall, type HostMessage, hostCallSchema } from "../contract/host";
import { keepFile } from "./keepFile";
import type { Disposed, Shown } from "./shown";
import type { VsCode } from "./vsCode";

/** Answers the calls of a page, and tells it what it has to hear by itself. */
export function answerCalls(vscode: VsCode, webview: Webview, shown: Shown): Disposed {
  const post = (message: HostMessage) => void webview.postMessage(message);
  const listening = webview.onDidReceiveMessage(async (message: unknown) => {
    const read = hostCallSchema.safeParse(message);
    if (!read.success) return;
    const { id } = read.data;
    try {
      post({ answer: id, value: await answer(vscode, shown, read.data) });
    } catch (thrown) {
      post({ answer: id, failed: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  });
  const following = shown.onEvent(post);
  return {
    dispose() {
      listening.dispose();
      following.dispose();
    },
  };
}

function answer(vscode: VsCode, shown: Shown, call: HostCall): unknown {
  switch (call.call) {
    case "open":
      return shown.opening;
    case "readFile":
      return shown.readFile(call.known);
    case "writeFile":
      return shown.writeFile(call);
    case "save":
      return shown.save();
    case "undo":
    case "redo":
      // VS Code's own, of the editor that is active: the one that asks.
      return vscode.commands.executeCommand(call.call);
    case "showText":
      return shown.showText(call.line, call.column);
    case "keep":
      return keepFile(vscode, call.name, call.content);
  }
}
