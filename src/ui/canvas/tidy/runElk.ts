import { doneInSlices } from "../../../editor/session/slices";
import type { RunElk } from "../../../pipeline/layout/elk/elkNode";
import { type Answer, graphInParts, textsInParts, type Wish } from "./graphTexts";
import { workerUrl } from "./workerUrl";

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

let running: Promise<Running> | null = null;
let count = 0;

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
  const waiting = new Map<number, Waiting>();
  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) how(one);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) =>
    settle(data.id, ({ resolve, reject }) =>
      "texts" in data ? resolve(data.texts) : reject(new Error(`The layout failed. ${data.error}`)),
    ),
  );
  // It did not come, or broke: it will not answer.
  worker.addEventListener("error", ({ message }) => {
    forget();
    worker.terminate();
    const error = new Error(`The layout's worker does not answer. ${message ?? ""}`);
    failed.set(worker, error);
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  });
  return { worker, waiting };
}

/** Workers that broke before anybody asked them. */
const failed = new WeakMap<Worker, Error>();

/** Lays out in the worker. */
export const runElk: RunElk = async (graph) => {
  const texts = await doneInSlices(textsInParts(graph));
  const { worker, waiting } = await startElk();
  const wish: Wish = { id: count++, texts };
  const laidOut = await new Promise<readonly string[]>((resolve, reject) => {
    const broken = failed.get(worker);
    if (broken !== undefined) return reject(broken);
    waiting.set(wish.id, { resolve, reject });
    worker.postMessage(wish);
  });
  return doneInSlices(graphInParts(laidOut));
};
