/**
 * When each step of an execution starts and ends. All of it follows from the record, so nothing runs between two requests, and an
 * execution goes on where it stands after a restart.
 */
import type { ObjectValue } from "../pipeline/definition/value";
import { startRun } from "../pipeline/simulate/engine/advance";
import type { RunInput } from "../pipeline/simulate/engine/run";
import { Line } from "./line";
import type { Attempt, ParallelLimit } from "./state/records";
import type { TimedStep, Timeline, Try } from "./timedStep";

export interface TimelineInput {
  readonly definition: ObjectValue;
  readonly input: Omit<RunInput, "kept">;
  readonly attempts: readonly Attempt[];
  /** How many steps may run at a time from a moment on, over what the input says; oldest first. */
  readonly limits?: readonly ParallelLimit[];
  /** Results of steps that were not selected. */
  readonly copies?: readonly TimedStep[];
  readonly stepSeconds: number;
}

/** Runs all attempts. What succeeded in one is kept in the next; failures that were asked for happen in the first alone. */
export function timelineOf({ definition, input, attempts, limits, copies = [], stepSeconds }: TimelineInput): Timeline {
  let timed = new Map(copies.map((copy) => [copy.end.name, copy]));
  let result: Timeline | null = null;
  for (const [number, attempt] of attempts.entries()) {
    const kept = new Map(
      [...timed].filter(([, { end }]) => end.status === "Succeeded").map(([name, { end }]) => [name, end]),
    );
    const { failures, samples, ...usual } = input;
    const asked = number === 0 ? { failures, samples } : {};
    const run = startRun(definition, { ...usual, ...asked, kept });
    const line = new Line(run, { attempt, number, limits: limits ?? [], stepTime: stepSeconds * 1000 });
    line.run();
    const before = timed;
    timed = new Map([...timed].filter(([name]) => kept.has(name)));
    for (const step of line.steps()) {
      const { name } = step.end;
      if (!kept.has(name)) timed.set(name, { ...step, earlier: triesOf(before.get(name)) });
    }
    result = { ...line.result(), steps: [...timed.values()] };
  }
  if (result === null) throw new Error("An execution has at least one attempt.");
  return result;
}

/** All tries of a step that is run again. */
function triesOf(step: TimedStep | undefined): readonly Try[] {
  if (step === undefined) return [];
  const { earlier, tries, endedAt, end } = step;
  const over = { at: endedAt, reason: end.failureReason };
  return [
    ...earlier,
    ...tries.filter(({ began }) => began <= endedAt).map((one) => ({ ...one, failed: one.failed ?? over })),
  ];
}
