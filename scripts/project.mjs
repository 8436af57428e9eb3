// What every script shares: where the project is, how it speaks, how it runs a program.
// Everything in scripts/ uses node: modules alone at the top, because it runs before any package is installed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const oldestNode = [20, 19];

/** Messages go to stderr: stdout belongs to the program that is started. */
export function say(message) {
  process.stderr.write(`stepwire: ${message}\n`);
}

/** A failure that the person at the terminal can act upon; printed without a stack. */
export class SetUpError extends Error {}

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetUpError(
    `Node ${oldestNode.join(".")} or newer is needed, this is ${process.versions.node}. Install a current one from https://nodejs.org.`,
  );
}

/**
 * Runs a program with this terminal's input and output, resolves to its exit code.
 * `timeLimit` in milliseconds ends it with all its children and resolves to 124.
 */
export function run(command, args, { timeLimit, env, cwd = root } = {}) {
  const limited = timeLimit !== undefined;
  return new Promise((resolve) => {
    // A group of its own where a limit is set, so that what it started ends with it.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [limited ? "ignore" : "inherit", "inherit", "inherit"],
      detached: limited && process.platform !== "win32",
    });
    const end = (signal) => {
      if (limited && process.platform !== "win32" && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    let late = false;
    const timer = limited
      ? setTimeout(() => {
          late = true;
          end("SIGKILL");
        }, timeLimit)
      : undefined;
    const interrupted = () => end("SIGINT");
    if (limited) process.once("SIGINT", interrupted);
    const settle = (code) => {
      clearTimeout(timer);
      process.removeListener("SIGINT", interrupted);
      resolve(late ? 124 : code);
    };
    child.once("error", () => settle(127));
    child.once("exit", (code, signal) => settle(code ?? (signal ? 1 : 0)));
  });
}

/** Runs `main` as a script's whole work: a SetUpError is said, anything else keeps its stack. */
export async function runScript(main) {
  try {
    requireNode();
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/** True where this file is the one that Node was told to run. */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && fileURLToPath(moduleUrl) === process.argv[1];
}

/** npm puts a shell between itself and us, which does not pass on a signal: who ends npm would leave the server behind. */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}
