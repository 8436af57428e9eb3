import type { ObjectValue } from "../definition/value";
import { analyseStep } from "../graph/analyseStep";

/** What is remembered of each step, by the step object. */
export interface PerStep<T> {
  get(step: ObjectValue): T | undefined;
  set(step: ObjectValue, value: T): void;
}

let places = 0;

/**
 * A memory for one fact about steps. It lies beside what the graph remembers of the step: a weak table for each fact would cost the
 * garbage collector a pass each.
 */
export function perStep<T>(): PerStep<T> {
  const place = places++;
  return {
    get: (step) => analyseStep(step).kept[place] as T | undefined,
    set(step, value) {
      const { kept } = analyseStep(step);
      while (kept.length < place) kept.push(undefined);
      kept[place] = value;
    },
  };
}
