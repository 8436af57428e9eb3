/** Runs a Lambda handler once, in a child process that ends with it. Consent is the caller's business. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Language } from "../../handler/code/code";
import type { Ended, Task } from "./bootstraps";
import { interpreterOf } from "./interpreters";
import { availableIsolation, type Isolation, isolated, type Limits, systemPath, usualLimits } from "./isolation";
import { watchUse } from "./use";

export interface HandlerRun {
  readonly code: string;
  readonly language: Language;
  /** The name of its file tells TypeScript from JavaScript. */
  readonly fileName?: string;
  /** The function's name. */
  readonly handler: string;
  readonly event: unknown;
  readonly functionArn: string;
  /** Variables of its environment: these, and what it needs to start. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Folders that it must not see, beside the user's home. */
  readonly hidden?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly isolation?: Isolation;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
  /** Hears what it prints while it runs. */
  readonly onLog?: (text: string) => void;
}

export interface HandlerEnd {
  /** What it returned, as JSON text; null where it failed. */
  readonly value: string | null;
  /** Why it failed, with its traceback; null where it returned. */
  readonly failure: string | null;
  /** What it printed. */
  readonly log: string;
}

/** The largest answer of a Lambda function, in bytes. */
const largestAnswer = 6 * 1024 * 1024;

export async function runHandler(run: HandlerRun): Promise<HandlerEnd> {
  const limits = { ...usualLimits, ...run.limits };
  const isolation = run.isolation ?? availableIsolation();
  const program = interpreterOf(run.language, limits.memoryBytes);
  if (program === null) {
    const failure = "There is no python3 on this computer's PATH. Install Python 3, and run the step again.";
    return { value: null, failure, log: "" };
  }
  if (isTyped(run) && !stripsTypes) {
    const failure = `Node ${process.versions.node} does not run TypeScript: start Stepwire with Node 22.18 or newer, or attach the JavaScript that is built of it.`;
    return { value: null, failure, log: "" };
  }
  const command = isolated(program, isolation, limits, run.hidden ?? []);
  const folder = command.folder === null ? mkdtempSync(join(tmpdir(), "stepwire-handler-")) : null;
  try {
    const env = environment(run, folder ?? command.folder ?? "/");
    const stdio: ("pipe" | "ignore")[] = ["pipe", "pipe", "pipe", "pipe"];
    // A group of its own, so that all of it can be ended.
    const child = spawn(command.file, command.args, { cwd: folder ?? "/", env, stdio, detached: true });
    return await watch(child, run, limits, isolation);
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing of the user's own: no credentials, no tokens. */
function environment({ variables, functionArn }: HandlerRun, folder: string): Record<string, string> {
  const [, , , region = "us-east-1", , , name = ""] = functionArn.split(":");
  return {
    PATH: systemPath,
    HOME: folder,
    TMPDIR: folder,
    LANG: "C.UTF-8",
    TZ: "UTC",
    AWS_REGION: region,
    AWS_LAMBDA_FUNCTION_NAME: name,
    ...variables,
  };
}

/** Node tells since 22.10 whether it leaves types out by itself. */
const stripsTypes = "typescript" in process.features && Boolean(process.features.typescript);

function isTyped({ fileName = "" }: HandlerRun): boolean {
  return /\.[mc]?ts$/i.test(fileName);
}

function taskOf(run: HandlerRun, { seconds }: Limits): Task {
  const { code, language, handler, event, functionArn } = run;
  const file =
    language === "python" ? "handler.py" : `handler.${isModule(code) ? "m" : "c"}${isTyped(run) ? "ts" : "js"}`;
  return { code, file, handler, event, functionArn, seconds };
}

/** As Node tells them apart where the file does not say: import and export statements make a module. */
function isModule(code: string): boolean {
  return /^[ \t]*(import\s+[\w*{"']|export\s+[\w*{])/m.test(code);
}

function watch(child: ChildProcess, run: HandlerRun, limits: Limits, isolation: Isolation): Promise<HandlerEnd> {
  const { signal: stopping, onLog } = run;
  return new Promise((resolve) => {
    let reason: string | null = null;
    const end = (why: string) => {
      reason ??= why;
      killAll(child);
    };
    const stop = () => end("The execution was stopped.");
    stopping?.addEventListener("abort", stop);
    if (stopping?.aborted === true) stop();
    const log = collector(limits.logBytes);
    const answer = collector(largestAnswer, () => end("The function returned more than 6 MB: Lambda takes no more."));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (part: Buffer) => {
        if (!log.isFull()) onLog?.(part.toString("utf8"));
        log.add(part);
      });
    }
    (child.stdio[3] as Readable | null)?.on("data", answer.add);
    const limit = setTimeout(
      () => end(`Task timed out after ${limits.seconds.toFixed(2)} seconds`),
      limits.seconds * 1000,
    );
    const endWatch = watchUse(child.pid, isolation, limits, end);
    let isOver = false;
    const over = (code: number | null, signal: string | null) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(limit);
      stopping?.removeEventListener("abort", stop);
      endWatch();
      // What it has left behind in its group goes too.
      killAll(child);
      const said = log.text();
      const printed = log.isFull() ? `${said}\n(The log is cut at ${limits.logBytes / 1024} KiB.)\n` : said;
      resolve({ ...outcome(reason, answer.text(), code, signal), log: printed });
    };
    child.on("error", (error) => {
      reason = `The handler could not be started: ${error.message}`;
      over(null, null);
    });
    child.on("close", over);
    // One that is over while its children hold the streams open.
    child.on("exit", (code, signal) => setTimeout(() => over(code, signal), 500).unref());
    child.stdin?.on("error", () => {});
    child.stdin?.end(JSON.stringify(taskOf(run, limits)));
  });
}

function outcome(reason: string | null, answer: string, code: number | null, signal: string | null) {
  if (reason !== null) return { value: null, failure: reason };
  const ended = parse(answer);
  if (ended === null) {
    const how = signal === null ? `exit status ${code}` : `signal ${signal}`;
    return { value: null, failure: `Runtime.ExitError: The function exited before it returned, with ${how}.` };
  }
  if ("value" in ended) return { value: ended.value, failure: null };
  return { value: null, failure: [`${ended.error}: ${ended.message}`, ...ended.trace].join("\n") };
}

function parse(answer: string): Ended | null {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}

/** Keeps what comes up to so many bytes, and goes on reading, so that nobody waits. */
function collector(most: number, onFull: () => void = () => {}) {
  const parts: Buffer[] = [];
  let size = 0;
  return {
    add: (part: Buffer) => {
      if (size < most) parts.push(part.subarray(0, most - size));
      size += part.length;
      if (size > most) onFull();
    },
    text: () => Buffer.concat(parts).toString("utf8"),
    isFull: () => size > most,
  };
}

function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is over.
  }
}
