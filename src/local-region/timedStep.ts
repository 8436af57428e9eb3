/** Where an execution and its steps stand in time. */
import type { RunStatus } from "../pipeline/simulate/engine/advance";
import type { StepRun } from "../pipeline/simulate/engine/run";
import type { Outputs } from "../pipeline/steps/runs/values/outputs";

/** One try of a step. */
export interface Try {
  readonly began: number;
  /** When it failed, and why; null of the last one, which ends as its step does. */
  readonly failed: { readonly at: number; readonly reason: string | null } | null;
}

export interface TimedStep {
  readonly startedAt: number;
  /** Infinite while nobody has said that it ended. */
  readonly endedAt: number;
  /** How it ended. */
  readonly end: StepRun;
  /** What it gives when it succeeds: a job has its name and ARN from its start. */
  readonly outputs: Outputs;
  /** Retry policies make more than one. */
  readonly tries: readonly Try[];
  /** The tries of before the execution was retried. */
  readonly earlier: readonly Try[];
  /** By which a callback is answered; of other steps null. */
  readonly callbackToken: string | null;
  /** True where the end comes from a handler that is run for it. */
  readonly runsHandler: boolean;
  /** The execution whose result caching took over. */
  readonly cachedFrom: string | null;
  /** The execution whose result was copied, since the step was not selected. */
  readonly copiedFrom: string | null;
}

export interface Timeline {
  /** In the order in which they start. */
  readonly steps: readonly TimedStep[];
  /** Infinite while it waits for someone. */
  readonly endedAt: number;
  /** When the last attempt was stopped, null when it was not. */
  readonly stoppedAt: number | null;
  readonly status: Exclude<RunStatus, "Executing">;
  /** True when a Fail step ended it: then it cannot be retried. */
  readonly endedByFailStep: boolean;
}
