import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Language } from "../../handler/code/code";
import { interpreterOf } from "./interpreters";
import { availableIsolation, type Limits } from "./isolation";
import { runHandler } from "./runHandler";

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:prep";
const run = (
  language: Language,
  code: string,
  event: unknown = {},
  more: { limits?: Partial<Limits>; hidden?: string[] } = {},
) => runHandler({ code, language, handler: "handler", event, functionArn, ...more });
const python = (code: string, event: unknown = {}, more: object = {}) => run("python", code, event, more);
const node = (code: string, event: unknown = {}, more: object = {}) => run("javascript", code, event, more);
const hasPython = interpreterOf("python", 1) !== null;
const isIsolated = availableIsolation() === "namespaces";

describe.skipIf(!hasPython)("a handler in Python", () => {
  it("gets its event, gives what it returns, and logs what it prints", async () => {
    const code =
      'def handler(event, context):\n    print("rows", event["n"], context.function_name)\n    return {"n": event["n"] + 1}\n';
    expect(await python(code, { n: 1 })).toEqual({ value: '{"n": 2}', failure: null, log: "rows 1 prep\n" });
  });

  it("fails with its traceback, which names its own lines alone", async () => {
    const code =
      'def load(path):\n    raise ValueError("no rows in " + path)\n\ndef handler(event, context):\n    return load("a.csv")\n';
    const { value, failure } = await python(code);
    expect(value).toBeNull();
    expect(failure).toMatch(/^ValueError: no rows in a\.csv\n/);
    expect(failure).toContain("line 5, in handler");
    expect(failure).toContain('raise ValueError("no rows in " + path)');
    expect(failure).not.toContain("<string>");
  });

  it.each([
    [
      "a module that is not there",
      "import nosuchmodule\ndef handler(event, context):\n    return 1\n",
      "No module named 'nosuchmodule'",
    ],
    ["code that is none", "def handler(event, context)\n    return 1\n", "SyntaxError"],
    ["no function of that name", "def other(event, context):\n    return 1\n", "Handler 'handler' missing"],
    ["a value that is no JSON", "def handler(event, context):\n    return {1, 2}\n", "Runtime.MarshalError"],
    ["an exit", "import sys\ndef handler(event, context):\n    sys.exit(3)\n", "SystemExit: 3"],
    [
      "an end without a word",
      "import os\ndef handler(event, context):\n    os._exit(3)\n",
      "exited before it returned, with exit status 3",
    ],
  ])("fails for %s, and says so", async (_what, code, said) => {
    const { value, failure } = await python(code);
    expect([value, failure]).toEqual([null, expect.stringContaining(said)]);
  });

  it("is ended when its time is over, with all that it started", async () => {
    const code =
      "import subprocess, time\ndef handler(event, context):\n    subprocess.Popen(['sleep', '60'])\n    print('begun', flush=True)\n    time.sleep(60)\n";
    const began = Date.now();
    const { failure, log } = await python(code, {}, { limits: { seconds: 3 } });
    expect(failure).toBe("Task timed out after 3.00 seconds");
    expect(log).toBe("begun\n");
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it("has a log that ends at its limit, and says that it does", async () => {
    const code = "def handler(event, context):\n    for _ in range(3000):\n        print('x' * 1000)\n    return 1\n";
    const { value, log } = await python(code, {}, { limits: { logBytes: 64 * 1024 } });
    expect(value).toBe("1");
    expect(log.length).toBeLessThan(66_000);
    expect(log).toMatch(/\(The log is cut at 64 KiB\.\)\n$/);
  });

  it("sees nothing of the environment: no credentials, no token", async () => {
    process.env.AWS_SECRET_ACCESS_KEY_OF_TEST = "secret";
    const code = "import os, json\ndef handler(event, context):\n    return dict(os.environ)\n";
    const { value } = await python(code);
    delete process.env.AWS_SECRET_ACCESS_KEY_OF_TEST;
    expect(value).not.toContain("secret");
    expect(Object.keys(JSON.parse(value ?? "{}")).toSorted()).toEqual([
      ...["AWS_LAMBDA_FUNCTION_NAME", "AWS_REGION", "HOME", "LANG"],
      ...["PATH", "TMPDIR", "TZ"],
    ]);
  });

  it("gets the variables that were chosen for it", async () => {
    const code = "import os\ndef handler(event, context):\n    return os.environ['STAGE']\n";
    const variables = { STAGE: "dev" };
    expect(
      (await runHandler({ code, language: "python", handler: "handler", event: {}, functionArn, variables })).value,
    ).toBe('"dev"');
  });
});

describe.skipIf(!hasPython || !isIsolated)("a handler in namespaces", () => {
  it("does not see the home folder, nor what else is hidden", async () => {
    const state = mkdtempSync(join(tmpdir(), "stepwire-hidden-"));
    writeFileSync(join(state, "token"), "secret");
    const code =
      "import os\ndef handler(event, context):\n    return [os.listdir(p) if os.path.isdir(p) else None for p in event]\n";
    try {
      const { value } = await python(code, [homedir(), state], { hidden: [state] });
      const [home, hidden] = JSON.parse(value ?? "[]") as (string[] | null)[];
      expect(hidden ?? []).toEqual([]);
      // The interpreter may lie below it; nothing else does.
      expect((home ?? []).length).toBeLessThanOrEqual(1);
      if (readdirSync(homedir()).includes(".ssh")) expect(home).not.toContain(".ssh");
    } finally {
      rmSync(state, { recursive: true });
    }
  });

  it("cannot undo it: what is mounted stays, and what is read-only too, also in namespaces of its own", async () => {
    const code = [
      "import ctypes, os",
      "def handler(event, context):",
      "    libc = ctypes.CDLL(None, use_errno=True)",
      "    at = event['home'].encode()",
      "    undo = lambda: [libc.umount2(at, 2), libc.mount(b'none', b'/', None, 4096 | 32, None)]",
      "    first = undo()",
      "    entered = libc.unshare(0x10000000 | 0x00020000)",
      "    return [*first, *(undo() if entered == 0 else [-1, -1])]",
    ].join("\n");
    expect(JSON.parse((await python(code, { home: homedir() })).value ?? "[]")).toEqual([-1, -1, -1, -1]);
  });

  it("reaches no network, not even this computer's", async () => {
    const code = "import socket\ndef handler(event, context):\n    socket.create_connection(('127.0.0.1', 9), 2)\n";
    expect((await python(code)).failure).toMatch(/^OSError: .*(unreachable|refused)/i);
  });

  it("writes to its own folder alone, up to its limit", async () => {
    const code = [
      "import os",
      "def attempt(path, size):",
      "    try:",
      "        with open(path, 'wb') as file:",
      "            for _ in range(size):",
      "                file.write(b'x' * 1048576)",
      "        return 'written'",
      "    except OSError as error:",
      "        return error.strerror",
      "def handler(event, context):",
      "    os.makedirs('/tmp/b', exist_ok=True)",
      "    own = attempt('small', 1)",
      "    return [own, attempt('/var/tmp/stepwire-test', 1), attempt('/dev/shm/stepwire-test', 1), attempt('big', 100), attempt('/tmp/b/more', 60)]",
    ].join("\n");
    const [own, elsewhere, shared, big, more] = JSON.parse((await python(code)).value ?? "[]");
    expect(own).toBe("written");
    expect([elsewhere, shared]).toEqual(["Read-only file system", "Read-only file system"]);
    expect([big, more]).not.toContain("written");
  });

  it("is ended when it takes too much memory", async () => {
    const code =
      "def handler(event, context):\n    kept = []\n    while True:\n        kept.append(bytearray(8 * 1024 * 1024))\n";
    expect((await python(code)).failure).toMatch(/MemoryError|MB of memory/);
    const many =
      "const handler = () => { const kept = []; for (;;) kept.push(Buffer.alloc(8 << 20, 1)); };\nmodule.exports = { handler };\n";
    expect((await node(many)).failure).toMatch(/MB of memory|exited before it returned/);
  }, 60_000);

  it("is ended when it forks without end, and that is said", async () => {
    const code = "import os\ndef handler(event, context):\n    while True:\n        os.fork()\n";
    const began = Date.now();
    expect((await python(code)).failure).toMatch(
      // The kernel refuses whoever is not root more of them; of root it is watched.
      /^(BlockingIOError: |The function (started more than 128 processes|used more than 512 MB of memory), and was ended\.$)/,
    );
    expect(Date.now() - began).toBeLessThan(30_000);
  }, 60_000);

  it("leaves nothing behind that it forked, and sees only its own processes", async () => {
    const code =
      "import os, time\ndef handler(event, context):\n    for _ in range(50):\n        if os.fork() == 0:\n            os.setsid()\n            time.sleep(300)\n            os._exit(0)\n    return len([p for p in os.listdir('/proc') if p.isdigit()])\n";
    const { value } = await python(code);
    expect(Number(value)).toBeGreaterThan(50);
    expect(Number(value)).toBeLessThan(60);
  });
});

describe("a handler in JavaScript", () => {
  it.each([
    ["a module", "export const handler = async (event) => ({ n: event.n + 1 });"],
    ["CommonJS", "exports.handler = async (event) => ({ n: event.n + 1 });"],
    [
      "a callback",
      "exports.handler = (event, context, callback) => setTimeout(() => callback(null, { n: event.n + 1 }), 1);",
    ],
    [
      "a context that succeeds",
      "exports.handler = (event, context) => { setTimeout(() => context.succeed({ n: event.n + 1 }), 1); };",
    ],
    ["a default export", "export default async (event) => ({ n: event.n + 1 });"],
  ])("returns, written as %s", async (_what, code) => {
    expect(await node(`console.log("begun");\n${code}\n`, { n: 1 })).toEqual({
      value: '{"n":2}',
      failure: null,
      log: "begun\n",
    });
  });

  it.each([
    [
      "an error, with its own lines",
      "exports.handler = async () => { throw new TypeError('no rows'); };",
      /^TypeError: no rows\nat .*handler\.cjs:1/,
    ],
    ["an error by callback", "exports.handler = (e, c, callback) => callback(new Error('no'));", /^Error: no/],
    [
      "a package that is not there",
      "import x from 'no-such-package';\nexport const handler = () => x;",
      /no-such-package/,
    ],
    ["no export of that name", "exports.other = () => 1;", /handler is undefined or not exported/],
  ])("fails for %s", async (_what, code, said) => {
    const { value, failure } = await node(code);
    expect([value, failure]).toEqual([null, expect.stringMatching(said)]);
  });

  it("is ended when its time is over", async () => {
    const { failure } = await node("exports.handler = () => { for (;;); };", {}, { limits: { seconds: 3 } });
    expect(failure).toBe("Task timed out after 3.00 seconds");
  });
});

describe.skipIf(!hasPython)("without namespaces", () => {
  it("time and process group are limited, and nothing is left of its folder", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("stepwire-handler-")).length;
    const code =
      "import os\ndef handler(event, context):\n    open('x', 'w').write('1')\n    return os.environ['HOME'] == os.getcwd()\n";
    const isolation = "processGroup" as const;
    const task = { language: "python", handler: "handler", event: {}, functionArn, isolation } as const;
    expect((await runHandler({ ...task, code })).value).toBe("true");
    const slow = "import time\ndef handler(event, context):\n    time.sleep(60)\n";
    expect((await runHandler({ ...task, code: slow, limits: { seconds: 2 } })).failure).toBe(
      "Task timed out after 2.00 seconds",
    );
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("stepwire-handler-")).length).toBe(before);
  });
});
