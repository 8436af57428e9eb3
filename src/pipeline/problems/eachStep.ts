import type { StepEntry } from "../graph/stepTree";
import type { Checked } from "./checked";

interface Asked<T> {
  readonly steps: readonly StepEntry[];
  readonly givens: readonly unknown[];
  readonly answers: readonly T[];
}

interface How<T> {
  /** Steps whose answer hangs on others too are asked every time. */
  readonly always?: (entry: StepEntry) => boolean;
  /** Two answers that are the same for whoever asks: then the one before stays. */
  readonly isSame?: (before: T, now: T) => boolean;
}

/**
 * A question to each step, whose answer hangs on the step and on what is given beside it: after an edit only the steps are asked that
 * are other objects than before. The answers are in the order of the steps, and the same list again where all of them stay.
 */
export function eachStep<T>(
  ask: (entry: StepEntry, checked: Checked) => T,
  { always, isSame = Object.is }: How<T> = {},
): (checked: Checked, ...givens: readonly unknown[]) => readonly T[] {
  let last: Asked<T> | null = null;
  return (checked, ...givens) => {
    const { steps } = checked.graph;
    const before = last !== null && last.steps.length === steps.length && areSame(last.givens, givens) ? last : null;
    const answers =
      before === null
        ? steps.map((entry) => ask(entry, checked))
        : askAgain(before, checked, (entry) => ask(entry, checked), always, isSame);
    last = { steps, givens, answers };
    return answers;
  };
}

function askAgain<T>(
  { steps: before, answers }: Asked<T>,
  { graph: { steps } }: Checked,
  ask: (entry: StepEntry) => T,
  always: How<T>["always"],
  isSame: (before: T, now: T) => boolean,
): readonly T[] {
  if (steps === before && always === undefined) return answers;
  let changed: T[] | null = null;
  for (let i = 0; i < steps.length; i++) {
    const entry = steps[i] as StepEntry;
    if (entry === before[i] && always?.(entry) !== true) continue;
    const answer = ask(entry);
    if (isSame(answers[i] as T, answer)) continue;
    changed ??= [...answers];
    changed[i] = answer;
  }
  return changed ?? answers;
}

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((given, i) => given === right[i]);
}

/** What the steps answered in one list. Most answered with nothing, for which `flat` takes its time. */
export function together<T>(answers: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = [];
  for (const list of answers) if (list.length > 0) all.push(...list);
  return all;
}
