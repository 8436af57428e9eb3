/** What a simulated step was sent and what it gave: what AWS tells in the Describe response of the job behind a step. */
import { serialise } from "../pipeline/definition/serialise";
import type { HandlerRuns } from "./handlerRuns";
import { timelineFor } from "./progress";
import type { Store } from "./state/store";
import type { TimedStep } from "./timedStep";

export interface StepDetails {
  /** Its `Arguments` with every expression resolved, as JSON text; null where it has none. */
  readonly request: string | null;
  /** By printed path behind `Steps.NAME.`, values as JSON text. Empty until the step succeeded. */
  /** What its handler printed, and why it failed; null where none was run. */
  readonly log: string | null;
  readonly outputs: { readonly path: string; readonly value: string }[];
  /** Each try that has begun, in milliseconds since 1970; `ended` is null while it goes on. */
  readonly attempts: readonly {
    readonly began: number;
    readonly ended: number | null;
    readonly reason: string | null;
  }[];
}

/** Null where there is no such execution, or the step has not started. `now` in milliseconds since 1970. */
export function stepDetails(
  store: Store,
  runs: Pick<HandlerRuns, "log">,
  now: number,
  executionArn: string,
  step: string,
): StepDetails | null {
  const region = executionArn.split(":")[3] ?? "";
  for (const pipeline of store.pipelines(region)) {
    const execution = pipeline.executions.find(({ arn }) => arn === executionArn);
    if (execution === undefined) continue;
    const timed = timelineFor({ pipeline, execution }).steps.find(({ end }) => end.name === step);
    if (timed === undefined || timed.startedAt > now) return null;
    const given = now >= timed.endedAt && timed.end.status === "Succeeded" ? [...timed.end.outputs] : [];
    return {
      log: runs.log(executionArn, step),
      request: serialise(timed.end.request),
      outputs: given.map(([path, value]) => ({ path, value: serialise(value) })),
      attempts: attemptsAt(timed, now),
    };
  }
  return null;
}

function attemptsAt({ tries, earlier, endedAt, end }: TimedStep, now: number): StepDetails["attempts"] {
  return [...earlier, ...tries]
    .filter(({ began }) => began <= now)
    .map(({ began, failed }) => {
      const over = failed ?? { at: endedAt, reason: end.failureReason };
      return over.at <= now ? { began, ended: over.at, reason: over.reason } : { began, ended: null, reason: null };
    });
}
