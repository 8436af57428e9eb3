import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** STEPWIRE_PROGRAM tries a build that lies elsewhere. */
const builtProgram = process.env.STEPWIRE_PROGRAM ?? fileURLToPath(new URL("../../dist/stepwire.js", import.meta.url));

/** The port of a person's own Stepwire, which a test must never touch. */
const portOfThePerson = 47830;

/** The built product, running: `node dist/stepwire.js open --no-open`. */
export interface RunningServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The printed link with its one-time code: it lets in once. */
  readonly link: string;
  /** Its STEPWIRE_STATE: the local region's state, the token file. */
  readonly state: string;
  /** All that it has printed so far, stdout and stderr. */
  readonly output: () => string;
  /** A fresh link, as Enter at the terminal prints it. */
  readonly freshLink: () => Promise<string>;
  /** Ends it; its state stays, for a server that is started with it later. */
  readonly end: () => Promise<void>;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Ends it and removes its state. */
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  /** A definition or a folder to open, as on the command line. */
  readonly file?: string;
  /** More of the command line. */
  readonly args?: readonly string[];
  /** Beside the environment of the test: an AWS endpoint, a profile's folder. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another dist/stepwire.js than that of this project's folder. */
  readonly program?: string;
  /** A state folder that is there already, and stays; left out, one of its own. */
  readonly state?: string;
  /** Left out, one that is free. */
  readonly port?: number;
}

/** Starts the product on a port and with a state folder of its own. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const state = options.state ?? (await mkdtemp(join(tmpdir(), "stepwire-e2e-")));
  const port = options.port ?? (await freePort());
  const program = options.program ?? builtProgram;
  const args = [
    program,
    "open",
    "--no-open",
    "--port",
    String(port),
    ...(options.args ?? []),
    ...(options.file ? [options.file] : []),
  ];
  const child = spawn(process.execPath, args, {
    env: { ...withoutAws(process.env), STEPWIRE_STATE: state, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  const stop = async () => {
    await end(child);
    if (options.state === undefined) await rm(state, { recursive: true, force: true });
  };
  const link = await new Promise<string>((resolve, reject) => {
    const look = (text: Buffer) => {
      output += text.toString("utf8");
      // Only a whole line: the rest of the link may still be on its way.
      const printed = /^Stepwire(?:: | runs already\. Open )(http\S+)\n/m.exec(output)?.[1];
      if (printed !== undefined) resolve(printed);
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`stepwire open ended with ${code} before it printed a link:\n${output}`)),
    );
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    link,
    state,
    output: () => output,
    freshLink: () =>
      new Promise((resolve, reject) => {
        const from = output.length;
        const look = () => {
          const printed = /^Stepwire: (http\S+)\n/m.exec(output.slice(from))?.[1];
          if (printed === undefined) return;
          child.stdout.off("data", look);
          child.off("exit", gone);
          resolve(printed);
        };
        const gone = () => reject(new Error(`The server ended before it printed a fresh link:\n${output}`));
        child.stdout.on("data", look);
        child.once("exit", gone);
        child.stdin.write("\n");
      }),
    end: () => end(child),
    kill: () => end(child, "SIGKILL"),
    stop,
  };
}

/** A command that ends by itself: what it printed and its exit code. */
export function stepwire(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [builtProgram, ...args], { env: { ...withoutAws(process.env), ...env } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => {
    said.out += text.toString("utf8");
  });
  child.stderr.on("data", (text: Buffer) => {
    said.err += text.toString("utf8");
  });
  child.stdin.end();
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...said }));
  });
}

/** `stepwire local-region` at a port of its own, once it answers. */
export async function startLocalRegion(state: string) {
  const port = await freePort();
  const child = spawn(process.execPath, [builtProgram, "local-region", "--port", String(port), "--state", state]);
  let output = "";
  const listening = new Promise<void>((resolve, reject) => {
    const look = (text: Buffer) => {
      output += text.toString("utf8");
      if (output.includes("Local region: ")) resolve();
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.once("exit", () => reject(new Error(`stepwire local-region ended:\n${output}`)));
  });
  await listening;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    port,
    pid: child.pid ?? 0,
    output: () => output,
    /** Ends it at once, as a power cut would. */
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
    stop: () => end(child),
  };
}

/** A test that wants AWS says so; a developer's own profile must not leak into the others. */
function withoutAws(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("AWS_")));
}

export async function freePort(): Promise<number> {
  const port = await new Promise<number>((resolve, reject) => {
    const listener = createServer();
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", () => {
      const address = listener.address();
      listener.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
  return port === portOfThePerson || port === 0 ? freePort() : port;
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const hard = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(hard);
}
