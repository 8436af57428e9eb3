/**
 * Runs the handlers that are attached to Lambda steps: such a step waits for its handler as a callback waits for its answer, and what the
 * handler returned is kept as the answer. The code is named where the region is started, never in a request.
 */

import { serialise } from "../pipeline/definition/serialise";
import { get, text } from "../pipeline/definition/value";
import { outputsReturned } from "../pipeline/steps/runs/values/returnedOutputs";
import type { HandlerSource } from "./handlers/attached";
import type { Logs } from "./handlers/logs";
import { type HandlerEnd, runHandler } from "./handlers/runHandler";
import type { Execution } from "./lookup";
import { timelineFor } from "./progress";
import type { ExecutionRecord, StepAnswer } from "./state/records";
import { StateFault } from "./state/stateFault";
import type { Store } from "./state/store";
import type { TimedStep } from "./timedStep";
import { withLastAttempt } from "./withExecution";

export interface HandlerRuns {
  /** Starts what is due, and comes back by itself for what is due later. Called after each request. */
  look(): void;
  /** What the handler of a step printed; null where none ran. */
  log(executionArn: string, step: string): string | null;
  /** Ends what runs. */
  close(): void;
}

interface Options {
  readonly store: Store;
  readonly handlers: HandlerSource;
  readonly logs: Logs;
  readonly now: () => number;
  /** Folders that no handler must see. */
  readonly hidden: readonly string[];
  /** Hears what handlers print, in lines. */
  readonly print: (line: string) => void;
}

/** How long to wait for a disk that is full. */
const triesAgainAfter = 2000;
/** The longest FailureReason of a step (API). */
const longestReason = 1024;

export function handlerRuns({ store, handlers, logs, now, hidden, print }: Options): HandlerRuns {
  /** By the run of a step. */
  const running = new Map<string, AbortController>();
  /** Executions in which no handler runs or will run. Records are replaced when they change: a retry is looked at anew. */
  const ended = new WeakSet<ExecutionRecord>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function look(): void {
    if (isClosed) return;
    clearTimeout(timer);
    let next = Number.POSITIVE_INFINITY;
    for (const pipeline of store.all()) {
      for (const execution of pipeline.executions) {
        if (execution.attempts.at(-1)?.handled === undefined || ended.has(execution)) continue;
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

  /** Starts what is due in an execution, and ends what was stopped; when the next one is due. */
  function visit(found: Execution): number {
    const moment = now();
    const steps = timelineFor(found).steps.filter((step) => step.runsHandler);
    for (const { end, endedAt } of steps) if (endedAt <= moment) running.get(runOf(found, end.name))?.abort();
    if (steps.every(({ endedAt }) => endedAt <= moment)) ended.add(found.execution);
    const waiting = steps.filter((step) => step.endedAt === Number.POSITIVE_INFINITY);
    for (const step of waiting) if (step.startedAt <= moment) void begin(found, step);
    return Math.min(...waiting.map(({ startedAt }) => startedAt).filter((at) => at > moment));
  }

  async function begin(found: Execution, step: TimedStep): Promise<void> {
    const { pipeline, execution } = found;
    const { name, entry } = step.end;
    const key = runOf(found, name);
    if (running.has(key)) return;
    const stopping = new AbortController();
    running.set(key, stopping);
    const attempt = execution.attempts.length;
    const attached = handlers.find(pipeline.name, entry.name) ?? notAttached;
    const onLog = logs.begin(key);
    const end =
      typeof attached === "string"
        ? { value: null, failure: attached, log: "" }
        : await runHandler({ ...attached, ...calledWith(step), hidden, signal: stopping.signal, onLog });
    if (isClosed) return;
    const answer = answerOf(step, end);
    logs.keep(key, answer.log);
    for (const line of answer.log.split("\n")) if (line !== "") print(`${name}: ${line}`);
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

  return {
    look: lookAgain,
    log: (executionArn, step) => logs.read(`${executionArn}/${step}`),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      for (const stopping of running.values()) stopping.abort();
    },
  };
}

const notAttached =
  "No handler is attached to this step any more. Attach it again, or start the local region with it, and retry the execution.";

function runOf({ execution }: Execution, name: string): string {
  return `${execution.arn}/${name}`;
}

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
