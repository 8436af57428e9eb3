/**
 * Posts what SageMaker puts into a Callback step's queue to an address of this computer, so that a program can answer it. As a queue does,
 * it delivers at least once: what was not taken is sent again, and after a restart what still waits.
 */
import { serialise } from "../pipeline/definition/serialise";
import type { Execution } from "./lookup";
import { timelineFor } from "./progress";
import { StateFault } from "./state/stateFault";
import type { Store } from "./state/store";
import type { TimedStep } from "./timedStep";

/** Where messages go: by the name of the step, else to one for all; null: nowhere. */
export interface Webhooks {
  readonly byStep: ReadonlyMap<string, string>;
  readonly others: string | null;
}

/** The body of the message in the queue (developer guide, build-and-manage-steps, callback step). */
export interface CallbackMessage {
  readonly token: string;
  readonly pipelineExecutionArn: string;
  readonly arguments: unknown;
  readonly status: "Executing" | "Stopping";
}

export interface CallbackMessages {
  /** Sends what is due, and comes back by itself for what is due later. Called after each request. */
  look(): void;
  close(): void;
}

interface Options {
  readonly store: Store;
  readonly webhooks: Webhooks;
  readonly now: () => number;
  /** Hears of what cannot be delivered, in lines for people. */
  readonly tell: (line: string) => void;
}

/** How long to wait before each further try, in milliseconds. */
const pauses = [500, 1000, 2000, 4000, 8000];
const longestWait = 10_000;

export function callbackMessages({ store, webhooks, now, tell }: Options): CallbackMessages {
  /** Token and status of what was sent, or is on its way. */
  const sent = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let next: NodeJS.Timeout | undefined;
  let isClosed = false;

  function look(): void {
    if (isClosed) return;
    clearTimeout(next);
    let soonest = Number.POSITIVE_INFINITY;
    for (const pipeline of store.all()) {
      if (!pipeline.versions.some(({ definition }) => definition.includes('"Callback"'))) continue;
      for (const execution of pipeline.executions) soonest = Math.min(soonest, visit({ pipeline, execution }));
    }
    if (soonest < Number.POSITIVE_INFINITY) next = setTimeout(lookAgain, Math.max(0, soonest - now())).unref();
  }

  function lookAgain(): void {
    try {
      look();
    } catch (error) {
      // Told by the request that meets it.
      if (!(error instanceof StateFault)) throw error;
    }
  }

  /** Sends what is due in an execution; when the next callback begins. */
  function visit(found: Execution): number {
    const moment = now();
    const { steps, stoppedAt } = timelineFor(found);
    const waiting = steps.filter((step) => step.callbackToken !== null && step.endedAt === Number.POSITIVE_INFINITY);
    for (const step of waiting) {
      if (step.startedAt > moment) continue;
      send(found, step, "Executing");
      if (stoppedAt !== null && stoppedAt <= moment) send(found, step, "Stopping");
    }
    return Math.min(...waiting.map(({ startedAt }) => startedAt).filter((at) => at > moment));
  }

  function send({ execution }: Execution, { end, callbackToken }: TimedStep, status: CallbackMessage["status"]): void {
    const address = webhooks.byStep.get(end.entry.name) ?? webhooks.others;
    const key = `${callbackToken} ${status}`;
    if (address === null || callbackToken === null || sent.has(key)) return;
    sent.add(key);
    const body = { token: callbackToken, pipelineExecutionArn: execution.arn, arguments: null, status };
    const json = JSON.stringify(body).replace('"arguments":null', `"arguments":${serialise(end.request)}`);
    void deliver(end.name, address, json, 0);
  }

  async function deliver(step: string, address: string, body: string, tries: number): Promise<void> {
    const refusal = await post(address, body);
    if (refusal === null || isClosed) return;
    const pause = pauses[tries];
    if (pause === undefined) {
      tell(
        `The message of callback ${step} was not taken by ${address} (${refusal}). Answer it in the editor, or by its token.`,
      );
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      void deliver(step, address, body, tries + 1);
    }, pause).unref();
    timers.add(timer);
  }

  return {
    look: lookAgain,
    close: () => {
      isClosed = true;
      clearTimeout(next);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Why it was not taken; null where it was. Leads nowhere else: the token in it is the right to answer. */
async function post(address: string, body: string): Promise<string | null> {
  try {
    const headers = { "content-type": "application/json" };
    const signal = AbortSignal.timeout(longestWait);
    const response = await fetch(address, { method: "POST", headers, body, signal, redirect: "error" });
    await response.body?.cancel();
    return response.ok ? null : `it answered ${response.status}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? cause.message : message;
  }
}
