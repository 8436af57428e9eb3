import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./statistics";
import type { Row } from "./table";

/** `npm start` on a built checkout until the page answers; beside the program alone, without npm and its checks. */
export async function measureStart(program: string, runs: number): Promise<Row[]> {
  const taken: { npm: number[]; alone: number[] } = { npm: [], alone: [] };
  for (let run = 0; run < runs; run += 1) {
    taken.alone.push(await answersAfter(process.execPath, [program, "open"]));
    taken.npm.push(await answersAfter("npm", ["start", "--silent", "--"]));
  }
  return [
    {
      name: "npm start on a built checkout until the page answers, beside the program alone",
      unit: "ms",
      ours: median(taken.npm),
      reference: median(taken.alone),
      goal: { ours: 1_500 },
    },
  ];
}

async function answersAfter(command: string, args: readonly string[]): Promise<number> {
  const state = await mkdtemp(join(tmpdir(), "stepwire-bench-"));
  const port = await freePort();
  const start = performance.now();
  // A group of its own: npm's children end with it.
  const child = spawn(command, [...args, "--no-open", "--port", String(port)], {
    env: { ...process.env, STEPWIRE_STATE: state },
    stdio: "ignore",
    detached: true,
  });
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode} before the page answered`);
      if (performance.now() - start > 60_000) throw new Error("the page does not answer");
    }
    return performance.now() - start;
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    await new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(null)));
    await rm(state, { recursive: true, force: true });
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return false;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", () => {
      const address = listener.address();
      listener.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
