/** One attempt of an execution on its way through time. */
import type { Value } from "../pipeline/definition/value";
import { begin, complete, endsExecution, runStatus, type StepEnd, stop } from "../pipeline/simulate/engine/advance";
import { readySteps } from "../pipeline/simulate/engine/readiness";
import {
  failureOf,
  type StepResult,
  sampleOutputsOf,
  stoppedResult,
  succeeded,
} from "../pipeline/simulate/engine/result";
import { attemptsOf } from "../pipeline/simulate/engine/retries";
import type { Run, StepRun } from "../pipeline/simulate/engine/run";
import { runOfType } from "../pipeline/steps/runs";
import { tokenFrom } from "../pipeline/steps/runs/values/names";
import { answerResult } from "./answers";
import { reusedRun } from "./caching";
import type { Attempt, ParallelLimit } from "./state/records";
import { storedOutputs } from "./storedRuns";
import type { TimedStep, Timeline } from "./timedStep";

interface Course {
  readonly attempt: Attempt;
  /** Which attempt of the execution it is, from 0. */
  readonly number: number;
  readonly limits: readonly ParallelLimit[];
  /** How long a step lasts, in milliseconds. */
  readonly stepTime: number;
}

/** How much of a step's time it takes to find a result that was there already. */
const findingShare = 0.2;

/** How long a retry waits, in step times: what its policy says would be too long for a step that lasts a moment. */
const waitShare = 0.5;

export class Line {
  private now: number;
  private readonly starts = new Map<string, number>();
  private readonly ends = new Map<string, number>();
  private readonly about = new Map<string, Omit<TimedStep, "startedAt" | "endedAt" | "end">>();
  /** When what is executing will end. */
  private readonly due = new Map<string, number>();
  /** How it will end, where that does not follow from its request. */
  private readonly results = new Map<string, StepResult>();

  constructor(
    private state: Run,
    private readonly course: Course,
  ) {
    this.now = course.attempt.startedAt;
  }

  run(): void {
    for (;;) {
      this.takeLimit();
      if (this.isStopped()) this.state = stop(this.state);
      else this.startWhatIsReady();
      this.noteEnds();
      if (this.due.size === 0) return;
      const next = Math.min(...this.due.values(), ...this.changesToCome());
      if (next === Number.POSITIVE_INFINITY) return;
      this.now = next;
      if (this.now === this.course.attempt.stoppedAt) this.hastenEnds();
      const names = [...this.due].filter(([, at]) => at <= this.now).map(([name]) => name);
      for (const name of names) this.due.delete(name);
      this.state = complete(
        this.state,
        names.map((name) => this.endOf(name)),
      );
    }
  }

  /** When someone stops the execution, or changes what may run. */
  private changesToCome(): readonly number[] {
    const { attempt, limits } = this.course;
    const moments = [...(attempt.stoppedAt === null ? [] : [attempt.stoppedAt]), ...limits.map(({ from }) => from)];
    return moments.filter((moment) => moment > this.now);
  }

  private takeLimit(): void {
    const limit = this.course.limits.findLast(({ from }) => from <= this.now);
    if (limit === undefined) return;
    this.state = { ...this.state, input: { ...this.state.input, maxParallel: limit.maxParallel } };
  }

  private isStopped(): boolean {
    const { stoppedAt } = this.course.attempt;
    return stoppedAt !== null && this.now >= stoppedAt;
  }

  private startWhatIsReady(): void {
    for (let ready = readySteps(this.state); ready.length > 0; ready = readySteps(this.state)) {
      this.state = begin(this.state, ready);
      for (const { name } of ready) {
        const step = this.state.started.get(name);
        if (step !== undefined) this.start(step);
      }
    }
  }

  private start(step: StepRun): void {
    const { name, entry } = step;
    const { attempt, number, stepTime } = this.course;
    const { ends, endsByAnswer = false } = runOfType(entry.type);
    const isResolved = step.unresolved.length === 0;
    const failure = failureOf(this.state, step);
    const reused = isResolved && failure === null ? reusedRun(step, attempt.reusable ?? [], this.now) : null;
    const isRun = isResolved && failure === null && reused === null;
    const runsHandler = isRun && attempt.handled?.includes(entry.name) === true;
    const asks = isRun && endsByAnswer;
    const { executionId } = this.state.input.context;
    const tries = failure === null ? 1 : attemptsOf(entry.step, failure).count;
    this.starts.set(name, this.now);
    this.about.set(name, {
      outputs: isResolved ? sampleOutputsOf(this.state, step) : new Map<string, Value>(),
      tries: Array.from({ length: tries }, (_, index) => {
        const began = this.now + index * (1 + waitShare) * stepTime;
        const failed = index === tries - 1 ? null : { at: began + stepTime, reason: failure?.reason ?? null };
        return { began, failed };
      }),
      earlier: [],
      callbackToken: asks ? tokenFrom(`${executionId}/${name}/${number}/callback`, 10) : null,
      runsHandler,
      cachedFrom: reused?.from ?? null,
      copiedFrom: null,
    });
    if (ends === "withItsBody") return;
    if (reused !== null) {
      this.due.set(name, this.now + findingShare * stepTime);
      this.results.set(name, succeeded(storedOutputs(reused), reused.outcome));
    } else if (asks || runsHandler) {
      const answer = attempt.answers?.find((one) => one.step === name);
      this.due.set(name, answer?.at ?? Number.POSITIVE_INFINITY);
      if (answer !== undefined) this.results.set(name, answerResult(entry.step, answer));
    } else {
      this.due.set(name, this.now + stepTime * (tries + (tries - 1) * waitShare));
    }
  }

  private endOf(name: string): StepEnd {
    const result = this.isStopped() ? stoppedResult : this.results.get(name);
    return result === undefined ? { name } : { name, result };
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
      this.due.set(name, Math.min(at, this.now + this.course.stepTime / 2));
    }
  }

  steps(): readonly TimedStep[] {
    return [...this.starts].flatMap(([name, startedAt]) => {
      const end = this.state.started.get(name);
      const about = this.about.get(name);
      const endedAt = this.ends.get(name) ?? (this.due.size > 0 ? Number.POSITIVE_INFINITY : this.now);
      return end === undefined || about === undefined ? [] : [{ startedAt, endedAt, end, ...about }];
    });
  }

  result(): Omit<Timeline, "steps"> {
    const status = runStatus(this.state);
    const started = [...this.state.started.values()];
    return {
      endedAt: this.due.size > 0 ? Number.POSITIVE_INFINITY : this.now,
      stoppedAt: this.course.attempt.stoppedAt,
      status: status === "Executing" ? "Failed" : status,
      endedByFailStep: started.some((step) => endsExecution(step) && step.status === "Failed"),
    };
  }
}
