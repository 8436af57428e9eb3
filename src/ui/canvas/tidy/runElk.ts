import Elk from "elkjs/lib/elk-api";
import type { ElkNode, RunElk } from "../../../pipeline/layout/elk/elkNode";
import { workerUrl } from "./workerUrl";

interface Running {
  readonly elk: InstanceType<typeof Elk>;
  /** Rejects when the worker did not come, or broke: it will not answer. */
  readonly failed: Promise<never>;
}

let running: Running | null = null;

/** Begins the worker, which stays for all that is laid out; one that failed is begun anew. */
export function startElk(): Running {
  running ??= begin();
  return running;
}

function begin(): Running {
  const worker = new Worker(workerUrl(), { type: "module" });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => {
      running = null;
      worker.terminate();
      reject(new Error(`The layout's worker does not answer. ${message ?? ""}`));
    });
  });
  // Begun ahead of time, nobody waits for it yet.
  failed.catch(() => undefined);
  return { elk: new Elk({ algorithms: ["layered", "rectpacking"], workerFactory: () => worker }), failed };
}

/** Lays out in the worker. */
export const runElk: RunElk = async (graph) => {
  const { elk, failed } = startElk();
  const laidOut: ElkNode = await Promise.race([elk.layout(graph as Parameters<typeof elk.layout>[0]), failed]);
  return laidOut;
};
