import * as vscode from "vscode";
import { activateStepwire } from "./activateStepwire";

/** What VS Code calls when a definition is opened, or a command of Stepwire's is given. */
export function activate(context: vscode.ExtensionContext): void {
  activateStepwire(vscode, context);
}
