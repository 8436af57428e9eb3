/** The local region as a process of its own, which can be killed as a power cut would, and asked what it uses. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

export interface RegionProgram {
  /** A process that goes on where the one before has left the state folder. */
  readonly start: () => Promise<RegionProcess>;
  /** Takes the program and its state away. */
  readonly remove: () => void;
}

export interface RegionProcess {
  readonly child: ChildProcess;
  /** Rejects with what was refused. */
  readonly call: (operation: string, input: object) => Promise<Record<string, unknown>>;
  readonly kill: () => Promise<void>;
  readonly use: () => Promise<ProcessUse>;
}

export interface ProcessUse {
  /** In MiB, after what nobody needs was collected. */
  readonly heap: number;
  readonly resident: number;
  /** Of the processor since the start, in milliseconds. */
  readonly worked: number;
}

/** `handlers` has the JavaScript code that is attached to a step, by the step's name; any other step takes `stepSeconds`. */
export async function regionProgram(
  handlers: Readonly<Record<string, string>>,
  stepSeconds = 0.05,
): Promise<RegionProgram> {
  const dir = mkdtempSync(join(tmpdir(), "stepwire-region-"));
  const entry = join(dir, "entry.ts");
  const server = fileURLToPath(new URL("../local-region/server.ts", import.meta.url));
  writeFileSync(
    entry,
    `import { listenLocalRegion } from ${JSON.stringify(server)};
    const codes = Object.entries(${JSON.stringify(handlers)});
    const handlers = new Map(codes.map(([step, code]) => [step, { code, language: "javascript", handler: "handler" }]));
    const state = { dir: process.argv[2], chosenBy: "--state" };
    process.on("message", () => {
      gc();
      const { heapUsed, rss } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      process.send({ heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20, worked: (user + system) / 1000 });
    });
    console.log((await listenLocalRegion({ port: 0, state, handlers, stepSeconds: ${stepSeconds} })).port);`,
  );
  const program = join(dir, "region.mjs");
  await build({ input: entry, platform: "node", output: { file: program, format: "esm", codeSplitting: false } });
  return {
    start: () => startRegion(program, join(dir, "state")),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

async function startRegion(program: string, state: string): Promise<RegionProcess> {
  const child = spawn(process.execPath, ["--expose-gc", program, state], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve) => child.stdout?.once("data", (text) => resolve(Number(text))));
  return {
    child,
    call: (operation, input) => post(port, operation, input),
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
    use: () =>
      new Promise((resolve) => {
        child.once("message", (use) => resolve(use as ProcessUse));
        child.send("use");
      }),
  };
}

/** Each on a connection of its own: one that waits between two calls may be closed by the server just as it is used again. */
function post(port: number, operation: string, input: object): Promise<Record<string, unknown>> {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `SageMaker.${operation}`,
    authorization: "AWS4-HMAC-SHA256 Credential=A/20261128/eu-west-1/sagemaker/aws4_request",
  };
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", method: "POST", headers, agent: false } as const;
    const asked = request(options, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const body = Buffer.concat(parts).toString("utf8");
      if (response.statusCode === 200) resolve(body === "" ? {} : JSON.parse(body));
      else reject(new Error(`${operation}: ${body}`));
    });
    asked.on("error", reject);
    asked.end(JSON.stringify(input));
  });
}
