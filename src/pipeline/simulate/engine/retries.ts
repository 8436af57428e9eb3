/** What a step's retry policies make of an error (Developer Guide, pipelines-retry-policy). */

import { get, isList, isNumber, type ObjectValue, text, type Value } from "../../definition/value";
import { everyRetryError, retryErrorsOfStep } from "../../schema/retryErrors";
import { stepTypeOf } from "../../steps";
import type { StepFailure } from "../../steps/runs/values/stepSample";

export interface Attempts {
  /** How often the step was tried. */
  readonly count: number;
  readonly succeeded: boolean;
  /** `SageMaker.CAPACITY_ERROR: retried 2 times, after 30 s and 60 s.`; null when it was tried once and nothing speaks of retries. */
  readonly words: string | null;
}

interface Policy {
  readonly retries: number;
  readonly interval: number;
  readonly rate: number;
  /** Seconds after which nothing is tried again. */
  readonly expires: number;
}

/** How often a step that fails so is tried, and how that ends. */
export function attemptsOf(step: ObjectValue, { exception, attempts }: StepFailure): Attempts {
  if (exception === null) return { count: 1, succeeded: false, words: null };
  const policy = policyFor(step, exception);
  if (policy === null) return { count: 1, succeeded: false, words: `${exception}: no retry policy names it.` };
  const waits: number[] = [];
  let passed = 0;
  for (let wait = policy.interval; waits.length < policy.retries; wait *= policy.rate) {
    if (attempts !== null && waits.length >= attempts) break;
    passed += wait;
    if (passed > policy.expires) break;
    waits.push(wait);
  }
  const succeeded = attempts !== null && waits.length >= attempts;
  return { count: waits.length + 1, succeeded, words: `${exception}: ${wordsOf(waits)}.` };
}

function wordsOf(waits: readonly number[]): string {
  if (waits.length === 0) return "not retried";
  const shown = waits.slice(0, 4).map((wait) => `${Number(wait.toFixed(1))} s`);
  const more = waits.length > 4 ? " …" : "";
  return `retried ${waits.length === 1 ? "once" : `${waits.length} times`}, after ${shown.join(", ")}${more}`;
}

/** The first policy that names the exception, null where nothing retries it. */
function policyFor(step: ObjectValue, exception: string): Policy | null {
  // An error of its job that a type does not name is none of the policies': the job retries it inside, or there is no such job.
  const { retryErrors = everyRetryError } = stepTypeOf(text(get(step, "Type")) ?? "");
  if (everyRetryError.includes(exception) && !retryErrors.includes(exception)) return null;
  const policies = get(step, "RetryPolicies");
  const named = isList(policies) ? policies.find((policy) => namesIt(policy, exception)) : undefined;
  if (named !== undefined) return readPolicy(named);
  // Those of the step itself are retried with or without a policy (v2 retry.py:112-117).
  return retryErrorsOfStep.includes(exception) ? readPolicy({}) : null;
}

function namesIt(policy: Value, exception: string): boolean {
  const types = get(policy, "ExceptionType");
  return types === exception || (isList(types) && types.includes(exception));
}

function readPolicy(policy: Value): Policy {
  const number = (key: string) => {
    const value = get(policy, key);
    return isNumber(value) ? Number(value) : undefined;
  };
  const expires = number("ExpireAfterMin");
  // An interval of nothing would never come to the end of the time.
  const interval = Math.max(number("IntervalSeconds") ?? 1, 0);
  return {
    retries: Math.min(number("MaxAttempts") ?? (expires === undefined ? 5 : mostRetries), mostRetries),
    interval,
    rate: number("BackoffRate") ?? 2,
    expires: expires === undefined ? Number.POSITIVE_INFINITY : expires * 60,
  };
}

/** A bound for policies that only expire. */
const mostRetries = 1000;
