/**
 * Handlers that mean harm: each is ended in its time, leaves nothing behind, and has seen nothing that is the user's. What forks without end,
 * and what takes memory beyond what its address space is limited to, is in runHandler.test.ts alone: held too late on a busy machine, these
 * take all of it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { afterAll, describe, expect, it, vi } from "vitest";
import { isFull, noteFaults } from "../../testing/fullTier";
import { interpreterOf } from "./interpreters";
import { availableIsolation } from "./isolation";
import { type HandlerEnd, runHandler } from "./runHandler";

const name = `hostile-${process.pid}`;
const functionArn = `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const secret = "of-this-process-alone";
const limits = { seconds: 4, memoryBytes: 256 * 1024 * 1024 };

const python = (body: string) =>
  `import os, sys, time, socket, signal, subprocess\ndef handler(event, context):\n${body.replace(/^/gm, "    ")}\n`;
const node = (body: string) =>
  `const fs = require("node:fs"), { spawn } = require("node:child_process"), net = require("node:net");\nexports.handler = async (event) => { ${body} };\n`;

/** What each tries, and what it must not come to. */
interface Hostile {
  readonly language: "python" | "javascript";
  readonly code: string;
  readonly isHeld: (end: HandlerEnd) => boolean;
}

const failed = ({ value, failure }: HandlerEnd) => value === null && failure !== null;
const timedOut = ({ failure }: HandlerEnd) => failure?.startsWith("Task timed out after") === true;
const saysNothing = ({ value, failure, log }: HandlerEnd) => !`${value}${failure}${log}`.includes(secret);
const hostile: Readonly<Record<string, Hostile>> = {
  "a loop": { language: "python", code: python("while True: pass"), isHeld: timedOut },
  "a loop in JavaScript": { language: "javascript", code: node("for (;;);"), isHeld: timedOut },
  "a promise that never comes": {
    language: "javascript",
    code: node("await new Promise(() => setInterval(() => {}, 10));"),
    isHeld: timedOut,
  },
  "a loop that hears no signal": {
    language: "python",
    code: python(
      "for n in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
    ),
    isHeld: timedOut,
  },
  "a flood of its log": {
    language: "python",
    code: python("while True: print('x' * 100000)"),
    isHeld: (end) => timedOut(end) && end.log.length < 2 * 1024 * 1024,
  },
  "a flood of its log in JavaScript": {
    language: "javascript",
    code: node("for (;;) { console.error('x'.repeat(100000)); await null; }"),
    isHeld: (end) => failed(end) && end.log.length < 2 * 1024 * 1024,
  },
  "an answer too large": { language: "python", code: python("return 'x' * 20000000"), isHeld: failed },
  "memory without end": {
    language: "python",
    code: python("kept = []\nwhile True: kept.append(bytearray(1 << 23))"),
    isHeld: failed,
  },
  "a disk filled": {
    language: "python",
    code: python("with open('/tmp/handler/x', 'wb') as file:\n    while True: file.write(b'x' * (1 << 20))"),
    isHeld: failed,
  },
  "the home folder": {
    language: "python",
    code: python("return [name for name in os.listdir(event['home']) if name.startswith('.')]"),
    // The interpreter may lie below it; nothing else does.
    isHeld: ({ value }) => JSON.parse(value ?? "[]").length <= 1,
  },
  "credentials of AWS": {
    language: "javascript",
    code: node("return fs.readFileSync(event.home + '/.aws/credentials', 'utf8');"),
    isHeld: failed,
  },
  "the environment": { language: "python", code: python("return dict(os.environ)"), isHeld: saysNothing },
  "the environment of every process": {
    language: "python",
    code: python(
      "found = []\nfor pid in os.listdir('/proc'):\n    try: found.append(open('/proc/%s/environ' % pid, 'rb').read().decode('latin1'))\n    except OSError: pass\nreturn found",
    ),
    isHeld: saysNothing,
  },
  "the end of every process": {
    language: "python",
    code: python("os.kill(-1, 9)\nreturn os.kill(os.getppid(), 9)"),
    isHeld: () => true,
  },
  "a server of this computer": {
    language: "javascript",
    code: node(
      "return await new Promise((go) => net.connect(event.port, '127.0.0.1', () => go('connected')).on('error', () => go('none')));",
    ),
    isHeld: ({ value }) => value !== '"connected"',
  },
  "a file of the system": {
    language: "python",
    code: python("open('/etc/stepwire-hostile', 'w').write('x')"),
    isHeld: failed,
  },
  "a process that stays": {
    language: "python",
    code: python("if os.fork() == 0:\n    os.setsid()\n    time.sleep(300)\nreturn 1"),
    isHeld: () => true,
  },
};

const runs = Object.entries(hostile).filter(([, { language }]) => interpreterOf(language, 1) !== null);
// `npm test` has loops and floods in runHandler.test.ts; here it tries what is not there.
const quick = new Set(["the environment of every process", "the end of every process", "a server of this computer"]);
let held = 0;

describe.runIf(availableIsolation() === "namespaces")("a hostile handler", () => {
  afterAll(() => {
    if (isFull)
      noteFaults(
        "hostile handlers that were not held, were not ended, or left something behind",
        runs.length - held,
        runs.length,
      );
  });

  it.each(runs.filter(([what]) => isFull || quick.has(what)))(
    "gets nothing by %s",
    { timeout: 60_000 },
    async (_, { language, code, isHeld }) => {
      process.env.STEPWIRE_HOSTILE_TEST = secret;
      const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
      await new Promise((listening) => server.once("listening", listening));
      const address = server.address();
      const event = { home: homedir(), port: typeof address === "object" ? address?.port : 0 };
      const begun = performance.now();
      try {
        const end = await runHandler({ code, language, handler: "handler", event, functionArn, limits });
        expect([end, isHeld(end)]).toEqual([end, true]);
        expect(performance.now() - begun).toBeLessThan(30_000);
        await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 10_000 });
        held++;
      } finally {
        delete process.env.STEPWIRE_HOSTILE_TEST;
        server.close();
      }
    },
  );
});

/** The processes that were started for the handler. */
function left(): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(`=${name}\0`);
    } catch {
      return false;
    }
  });
}
