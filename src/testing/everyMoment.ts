/** Breaks the line at every moment of a write: before it is sent, amid the request, after its effect, amid the answer, on the retry too. */
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, it } from "vitest";
import type { AppError } from "../contract/appError";
import { type BadLine, each, on, type Page, target } from "./badLine";
import type { Fault } from "./faultProxy";
import { noteFaults } from "./fullTier";

export interface TriedOperation {
  /** The call that meets the fault. */
  readonly call: string;
  /** What it goes by on the line; the pipeline's name where left out. */
  key?(pipeline: string): Promise<string>;
  prepare?(pipeline: string): Promise<void>;
  /** What a person presses; pressed again, it is the same intent while nobody knows what became of it. */
  press(
    pipeline: string,
    page: Page,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: AppError }>;
  /** How often it has happened. */
  effects(pipeline: string): Promise<number>;
}

export interface TriedKind {
  readonly name: string;
  readonly fault: Fault;
  readonly hangs?: true;
}

interface Tried {
  readonly tries: number;
  /** What was done twice, or said and not so. */
  readonly wrong: readonly string[];
}

/** The tests that operations are done once wherever the line breaks; `what` says of which they are, in the table of the full tier. */
export function onceWhereverTheLineBreaks(
  what: string,
  line: () => BadLine,
  operations: Readonly<Record<string, TriedOperation>>,
  kinds: readonly TriedKind[],
): void {
  it("is done once also where the retry fails too, and nothing is said that is not so", {
    timeout: 900_000,
  }, async () => {
    const { tries, wrong } = await breakRetries(line(), operations, kinds);
    noteFaults(`${what} on the retry too, and on every try`, wrong.length, tries);
    expect(wrong).toEqual([]);
  });

  it("is done once also where its connection ends before or amid its request", { timeout: 240_000 }, async () => {
    const { tries, wrong } = await breakRequests(line(), operations);
    noteFaults(`${what} where the connection ends before or amid the request`, wrong.length, tries);
    expect(wrong).toEqual([]);
  });
}

/** Where a retry meets the fault too, and every try of the first press. */
const retries = { "the retry too": 1, "every try": Number.POSITIVE_INFINITY } as const;

async function breakRetries(
  line: BadLine,
  operations: Readonly<Record<string, TriedOperation>>,
  kinds: readonly TriedKind[],
): Promise<Tried> {
  const wrong: string[] = [];
  const all = Object.entries(operations).flatMap(([name, operation]) =>
    kinds.flatMap((kind) => Object.entries(retries).map(([when, to]) => ({ name, operation, kind, when, to }))),
  );
  await each(all, async ({ name, operation, kind, when, to }) => {
    const pipeline = line.newName();
    await operation.prepare?.(pipeline);
    const key = (await operation.key?.(pipeline)) ?? pipeline;
    const { page, fault } = kind.hangs ? line.pageThatWaits(kind.fault) : { page: line.newPage(), fault: kind.fault };
    line.proxy.meet(key, on(operation.call, fault, 0, to));
    const pressed = () => operation.press(pipeline, page);
    wrong.push(
      ...(await faultsOf(operation, pipeline, pressed, () => line.proxy.meet(key, () => null))).map(
        (why) => `${name}, ${kind.name}, at ${when}: ${why}`,
      ),
    );
  });
  return { tries: all.length, wrong };
}

/** Connections that end before a request is sent, or with half of it sent: of both nothing arrives. */
async function breakRequests(line: BadLine, operations: Readonly<Record<string, TriedOperation>>): Promise<Tried> {
  const relay = await startRelay(line.proxy.endpoint);
  const page = line.pageThrough(relay.endpoint);
  const wrong: string[] = [];
  const all = Object.entries(operations).flatMap(([name, operation]) =>
    [0, 0.5].flatMap((part) => [true, false].map((resets) => ({ name, operation, part, resets }))),
  );
  try {
    await page.client.listPipelines({ target });
    for (const { name, operation, part, resets } of all) {
      const pipeline = line.newName();
      await operation.prepare?.(pipeline);
      relay.breakAt(operation.call, part, resets);
      const why = await faultsOf(operation, pipeline, () => operation.press(pipeline, page), relay.passOn);
      if (!relay.hasBroken()) why.push("it did not come through here");
      wrong.push(...why.map((each) => `${name}, ${part === 0 ? "before" : "amid"} its request: ${each}`));
    }
  } finally {
    process.env.AWS_ENDPOINT_URL_SAGEMAKER = line.proxy.endpoint;
    process.env.AWS_ENDPOINT_URL = line.proxy.endpoint;
    await relay.close();
  }
  return { tries: all.length, wrong };
}

/** Presses while the line breaks, and again when it is whole. */
async function faultsOf(
  operation: TriedOperation,
  pipeline: string,
  press: () => ReturnType<TriedOperation["press"]>,
  mend: () => void,
): Promise<string[]> {
  const wrong: string[] = [];
  const first = await press();
  const effects = await operation.effects(pipeline);
  const said = first.ok ? "done" : first.error.kind === "uncertain" ? "unknown" : "not done";
  if (said === "done" && effects !== 1) wrong.push(`done ${effects} times (${JSON.stringify(first)})`);
  if (said === "not done" && effects !== 0) wrong.push(`it is there (${JSON.stringify(first)})`);
  mend();
  // What is gone already cannot be deleted again.
  if (!first.ok && !(await press()).ok && operation.call !== "DeletePipeline") wrong.push("failed again");
  const atTheEnd = await operation.effects(pipeline);
  if (atTheEnd !== 1) wrong.push(`${atTheEnd} times at the end`);
  return wrong;
}

interface Relay {
  readonly endpoint: string;
  /** The next request of a call is the last of its connection, of which only a part is passed on. */
  readonly breakAt: (call: string, part: number, resets: boolean) => void;
  readonly passOn: () => void;
  readonly hasBroken: () => boolean;
  readonly close: () => Promise<void>;
}

async function startRelay(to: string): Promise<Relay> {
  let breaks: { readonly call: string; readonly part: number; readonly resets: boolean } | null = null;
  let broken = 0;
  const server = createServer((from) => {
    const onward = connect(Number(new URL(to).port), "127.0.0.1");
    for (const socket of [from, onward]) socket.on("error", () => undefined);
    onward.pipe(from);
    from.on("end", () => onward.end());
    from.on("data", (data) => {
      if (breaks === null || !isOf(breaks.call, data.toString("latin1"))) return void onward.write(data);
      const { part, resets } = breaks;
      breaks = null;
      broken++;
      if (part > 0) onward.write(data.subarray(0, data.length * part));
      onward.unpipe(from);
      onward.end();
      if (resets) from.resetAndDestroy();
      else from.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakAt: (call, part, resets) => {
      breaks = { call, part, resets };
      broken = 0;
    },
    passOn: () => {
      breaks = null;
    },
    hasBroken: () => broken > 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** S3 and Scheduler tell their operations by method and path alone. */
function isOf(call: string, request: string): boolean {
  if (call === "s3.PutObject") return /^PUT \/(?!schedules)/.test(request);
  if (call === "scheduler.CreateSchedule") return request.startsWith("POST /schedules/");
  if (call === "scheduler.UpdateSchedule") return request.startsWith("PUT /schedules/");
  return request.includes(`SageMaker.${call}\r\n`);
}
