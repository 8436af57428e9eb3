/**
 * Runs the handlers that are attached to Lambda steps: such a step waits for its handler as a callback waits for its answer, and what the
 * handler returned is kept as the answer. The code is named where the region is started, never in a request.
 */

import type { Language } from "../handler/code/code";
import { serialise } from "../pipeline/definition/serialise";
import { get, text } from "../pipeline/definition/value";
import { outputsReturned } from "./handlers/returned";
import { type HandlerEnd, runHandler } from "./handlers/runHandler";
import type { Execution } from "./lookup";
import { timelineFor } from "./progress";
import type { StepAnswer } from "./state/records";
import { StateFault } from "./state/stateFault";
import type { Store } from "./state/store";
import type { TimedStep } from "./timedStep";
import { withLastAttempt } from "./withExecution";

export interface AttachedHandler {
  readonly code: string;
  readonly language: Language;
  /** The function's name. */
  readonly handler: string;
}

/** By the name of the step. */
export type AttachedHandlers = ReadonlyMap<string, AttachedHandler>;

export interface HandlerRuns {
  /** Starts what is due, and comes back by itself for what is due later. Called after each request. */
  look(): void;
  /** What the handler of a step printed; null where none ran since the region was started. */
  log(executionArn: string, step: string): string | null;
  close(): void;
}

interface Options {
  readonly store: Store;
  readonly handlers: AttachedHandlers;
  readonly now: () => number;
  /** Folders that no handler must see. */
  readonly hidden: readonly string[];
  /** Hears what handlers print, in lines. */
  readonly print: (line: string) => void;
}

const mostLogs = 500;
/** How long to wait for a disk that is full. */
const triesAgainAfter = 2000;
/** The longest FailureReason of a step (API). */
const longestReason = 1024;

export function handlerRuns({ store, handlers, now, hidden, print }: Options): HandlerRuns {
  const running = new Set<string>();
  const logs = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function look(): void {
    if (isClosed) return;
    clearTimeout(timer);
    let next = Number.POSITIVE_INFINITY;
    for (const pipeline of store.all()) {
      for (const execution of pipeline.executions) {
        if (execution.attempts.at(-1)?.handled === undefined) continue;
        next = Math.min(next, visit({ pipeline, execution }));
      }
    }
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(lookAgain, Math.max(0, next - now())).unref();
  }

  function lookAgain(): void {
    try {
      look();
    } catch (error) {
      if (!(error instanceof StateFault)) throw error;
      timer = setTimeout(lookAgain, triesAgainAfter).unref();
    }
  }

  /** Starts what is due in an execution; when the next one is. */
  function visit(found: Execution): number {
    const moment = now();
    const waiting = timelineFor(found).steps.filter(
      (step) => step.runsHandler && step.endedAt === Number.POSITIVE_INFINITY,
    );
    for (const step of waiting) if (step.startedAt <= moment) void begin(found, step);
    return Math.min(...waiting.map(({ startedAt }) => startedAt).filter((at) => at > moment));
  }

  async function begin({ execution }: Execution, step: TimedStep): Promise<void> {
    const { name } = step.end;
    const key = `${execution.arn}/${name}`;
    if (running.has(key)) return;
    running.add(key);
    const attempt = execution.attempts.length;
    const attached = handlers.get(step.end.entry.name);
    const end = attached === undefined ? notAttached : await runHandler({ ...attached, ...calledWith(step), hidden });
    const answer = answerOf(step, end);
    keepLog(key, name, answer.log);
    finish(execution.arn, attempt, { step: name, ...answer.given, token: null, fingerprint: "" }, key);
  }

  function finish(arn: string, attempt: number, answer: Omit<StepAnswer, "at">, key: string): void {
    if (isClosed) return;
    try {
      const found = executionIn(store, arn);
      if (found?.execution.attempts.length === attempt) {
        const given = { ...answer, at: now() };
        store.put(withLastAttempt(found, (last) => ({ ...last, answers: [...(last.answers ?? []), given] })));
      }
      running.delete(key);
      lookAgain();
    } catch (error) {
      if (!(error instanceof StateFault)) throw error;
      // A full disk: what was returned is not lost over it.
      setTimeout(() => finish(arn, attempt, answer, key), triesAgainAfter).unref();
    }
  }

  function keepLog(key: string, name: string, log: string): void {
    logs.delete(key);
    logs.set(key, log);
    const oldest = logs.keys().next().value;
    if (logs.size > mostLogs && oldest !== undefined) logs.delete(oldest);
    for (const line of log.split("\n")) if (line !== "") print(`${name}: ${line}`);
  }

  return {
    look: lookAgain,
    log: (executionArn, step) => logs.get(`${executionArn}/${step}`) ?? null,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

const notAttached: HandlerEnd = {
  value: null,
  failure:
    "No handler is attached to this step any more. Start the local region with its handler, and retry the execution.",
  log: "",
};

function calledWith({ end }: TimedStep) {
  const functionArn =
    text(get(end.envelope, "FunctionArn")) ?? "arn:aws:lambda:us-east-1:111122223333:function:handler";
  return { event: JSON.parse(serialise(end.request)), functionArn };
}

function answerOf({ end }: TimedStep, { value, failure, log }: HandlerEnd) {
  const returned = value === null ? null : outputsReturned(end.entry.step, value);
  const reason = returned === null ? (failure ?? "") : returned.ok ? null : returned.reason;
  const notes = returned?.ok === true ? returned.notes : [reason ?? ""];
  const whole = [log.replace(/\n$/, ""), ...notes].filter((part) => part !== "").join("\n");
  const outputs = returned?.ok === true ? returned.outputs : null;
  return { given: { outputs, failureReason: reason?.slice(0, longestReason) ?? null }, log: whole };
}

function executionIn(store: Store, arn: string): Execution | null {
  for (const pipeline of store.all()) {
    const execution = pipeline.executions.find((one) => one.arn === arn);
    if (execution !== undefined) return { pipeline, execution };
  }
  return null;
}
