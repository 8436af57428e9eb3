import { execFile } from "node:child_process";
import type { ExtensionContext } from "vscode";
import type { VsCode } from "./vsCode";

/** What of Microsoft's Python extension is asked. */
interface Python {
  readonly environments: { getActiveEnvironmentPath(): { readonly path: string } };
}

/** Runs a program by definitions.py, and gives what that prints. */
export async function runPython(vscode: VsCode, { extensionUri }: ExtensionContext, program: string): Promise<string> {
  const python = await interpreter(vscode);
  const { fsPath } = vscode.Uri.joinPath(extensionUri, "python", "definitions.py");
  return new Promise((resolve, reject) => {
    const limits = { timeout: 60_000, maxBuffer: 32 * 1024 * 1024 };
    execFile(python, [fsPath, program], { ...limits, env: offline(process.env) }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const why = error.killed ? "it took more than a minute" : (stderr.trim().split("\n").at(-1) ?? error.message);
      reject(new Error(`${python} could not run the program: ${why}. The setting stepwire.python names another.`));
    });
  });
}

/** The person's setting, else what Microsoft's Python extension runs, else what is called python3. */
async function interpreter(vscode: VsCode): Promise<string> {
  const chosen = vscode.workspace.getConfiguration("stepwire").get<string>("python") ?? "";
  if (chosen !== "") return chosen;
  try {
    const python = await vscode.extensions.getExtension<Python>("ms-python.python")?.activate();
    return python?.environments.getActiveEnvironmentPath().path ?? "python3";
  } catch {
    return "python3";
  }
}

/** Without an account: the SDK makes no pipeline without a region, and would look for credentials where there is none to be asked. */
function offline({ AWS_PROFILE: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { AWS_DEFAULT_REGION: "us-east-1", ...env, AWS_EC2_METADATA_DISABLED: "true", PYTHONDONTWRITEBYTECODE: "1" };
}
