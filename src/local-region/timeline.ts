/**
 * When each step of an execution starts and ends. All of it follows from the record, so nothing runs between two requests, and an
 * execution goes on where it stands after a restart.
 */
import type { ObjectValue, Value } from "../pipeline/definition/value";
import {
  begin,
  complete,
  endsExecution,
  type RunStatus,
  runStatus,
  startRun,
  stop,
} from "../pipeline/simulate/engine/advance";
import { readySteps } from "../pipeline/simulate/engine/readiness";
import { sampleOutputsOf, stoppedResult } from "../pipeline/simulate/engine/result";
import type { Run, RunInput, StepRun } from "../pipeline/simulate/engine/run";
import { runOfType } from "../pipeline/steps/runs";
import type { Outputs } from "../pipeline/steps/runs/values/outputs";
import type { Attempt, ParallelLimit } from "./state/records";

export interface TimedStep {
  readonly startedAt: number;
  readonly endedAt: number;
  /** How it ended. */
  readonly end: StepRun;
  /** What it gives when it succeeds: a job has its name and ARN from its start. */
  readonly outputs: Outputs;
}

export interface Timeline {
  /** In the order in which they start. */
  readonly steps: readonly TimedStep[];
  readonly endedAt: number;
  /** When the last attempt was stopped, null when it was not. */
  readonly stoppedAt: number | null;
  readonly status: Exclude<RunStatus, "Executing">;
  /** True when a Fail step ended it: then it cannot be retried. */
  readonly endedByFailStep: boolean;
}

export interface TimelineInput {
  readonly definition: ObjectValue;
  readonly input: Omit<RunInput, "kept">;
  readonly attempts: readonly Attempt[];
  /** How many steps may run at a time from a moment on, over what the input says; oldest first. */
  readonly limits?: readonly ParallelLimit[];
  readonly stepSeconds: number;
}

/** Runs all attempts. What succeeded in one is kept in the next; failures that were asked for happen in the first alone. */
export function timelineOf({ definition, input, attempts, limits = [], stepSeconds }: TimelineInput): Timeline {
  let timed = new Map<string, TimedStep>();
  let result: Timeline | null = null;
  for (const attempt of attempts) {
    const kept = new Map(
      [...timed].filter(([, { end }]) => end.status === "Succeeded").map(([name, { end }]) => [name, end]),
    );
    const failures = result === null ? input.failures : undefined;
    const line = new Line(startRun(definition, { ...input, kept, failures }), attempt, limits, stepSeconds * 1000);
    line.run();
    timed = new Map([...timed].filter(([name]) => kept.has(name)));
    for (const step of line.steps()) if (!kept.has(step.end.name)) timed.set(step.end.name, step);
    result = { ...line.result(), steps: [...timed.values()] };
  }
  if (result === null) throw new Error("An execution has at least one attempt.");
  return result;
}

/** One attempt on its way through time. */
class Line {
  private now: number;
  private readonly starts = new Map<string, number>();
  private readonly ends = new Map<string, number>();
  private readonly outputs = new Map<string, Outputs>();
  /** When what is executing will end. */
  private readonly due = new Map<string, number>();

  constructor(
    private state: Run,
    private readonly attempt: Attempt,
    private readonly limits: readonly ParallelLimit[],
    private readonly stepTime: number,
  ) {
    this.now = attempt.startedAt;
  }

  run(): void {
    for (;;) {
      this.takeLimit();
      if (this.isStopped()) this.state = stop(this.state);
      else this.startWhatIsReady();
      this.noteEnds();
      if (this.due.size === 0) return;
      this.now = Math.min(...this.due.values(), ...this.changesToCome());
      if (this.now === this.attempt.stoppedAt) this.hastenEnds();
      const names = [...this.due].filter(([, at]) => at <= this.now).map(([name]) => name);
      for (const name of names) this.due.delete(name);
      const ends = names.map((name) => (this.isStopped() ? { name, result: stoppedResult } : { name }));
      this.state = complete(this.state, ends);
    }
  }

  /** When someone stops the execution, or changes what may run. */
  private changesToCome(): readonly number[] {
    const { stoppedAt } = this.attempt;
    const moments = [...(stoppedAt === null ? [] : [stoppedAt]), ...this.limits.map(({ from }) => from)];
    return moments.filter((moment) => moment > this.now);
  }

  private takeLimit(): void {
    const limit = this.limits.findLast(({ from }) => from <= this.now);
    if (limit === undefined) return;
    this.state = { ...this.state, input: { ...this.state.input, maxParallel: limit.maxParallel } };
  }

  private isStopped(): boolean {
    return this.attempt.stoppedAt !== null && this.now >= this.attempt.stoppedAt;
  }

  private startWhatIsReady(): void {
    for (let ready = readySteps(this.state); ready.length > 0; ready = readySteps(this.state)) {
      this.state = begin(this.state, ready);
      for (const { name, entry } of ready) {
        this.starts.set(name, this.now);
        const step = this.state.started.get(name);
        if (step !== undefined && step.unresolved.length === 0)
          this.outputs.set(name, sampleOutputsOf(this.state, step));
        if (runOfType(entry.type).ends !== "withItsBody") this.due.set(name, this.now + this.stepTime);
      }
    }
  }

  /** A ForEach ends with the last of its iterations. */
  private noteEnds(): void {
    for (const { name, status } of this.state.started.values()) {
      if (status !== "Executing" && this.starts.has(name) && !this.ends.has(name)) this.ends.set(name, this.now);
    }
  }

  /** What is stopped needs a moment for it; what cannot be stopped ends in its own time. */
  private hastenEnds(): void {
    for (const [name, at] of this.due) {
      if (runOfType(this.state.started.get(name)?.entry.type ?? "").runsToItsEnd === true) continue;
      this.due.set(name, Math.min(at, this.now + this.stepTime / 2));
    }
  }

  steps(): readonly TimedStep[] {
    return [...this.starts].flatMap(([name, startedAt]) => {
      const end = this.state.started.get(name);
      const endedAt = this.ends.get(name) ?? this.now;
      return end === undefined
        ? []
        : [{ startedAt, endedAt, end, outputs: this.outputs.get(name) ?? new Map<string, Value>() }];
    });
  }

  result(): Omit<Timeline, "steps"> {
    const status = runStatus(this.state);
    const started = [...this.state.started.values()];
    return {
      endedAt: this.now,
      stoppedAt: this.attempt.stoppedAt,
      status: status === "Executing" ? "Failed" : status,
      endedByFailStep: started.some((step) => endsExecution(step) && step.status === "Failed"),
    };
  }
}
