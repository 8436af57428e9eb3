import Elk from "elkjs/lib/elk-api";
import type { ElkNode, RunElk } from "../../../pipeline/layout/elk/elkNode";
import { workerUrl } from "./workerUrl";

interface Running {
  readonly elk: InstanceType<typeof Elk>;
  /** Rejects when the worker did not come, or broke: it will not answer. */
  readonly failed: Promise<never>;
}

let running: Promise<Running> | null = null;

/** Begins the worker, which stays for all that is laid out; one that failed is begun anew. */
export function startElk(): Promise<Running> {
  if (running === null) {
    running = begin();
    // Begun ahead of time, nobody waits for it yet.
    running.catch(forget);
  }
  return running;
}

function forget(): void {
  running = null;
}

async function begin(): Promise<Running> {
  const worker = new Worker(await workerUrl(), { type: "module" });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => {
      forget();
      worker.terminate();
      reject(new Error(`The layout's worker does not answer. ${message ?? ""}`));
    });
  });
  failed.catch(() => undefined);
  return { elk: new Elk({ algorithms: ["layered", "rectpacking"], workerFactory: () => worker }), failed };
}

/** Lays out in the worker. */
export const runElk: RunElk = async (graph) => {
  const { elk, failed } = await startElk();
  const laidOut: ElkNode = await Promise.race([elk.layout(graph as Parameters<typeof elk.layout>[0]), failed]);
  return laidOut;
};
