import { analysisOf, type StepEntry } from "../graph/stepTree";

/** What is remembered of each step, by the step object. */
export interface PerStep<T> {
  get(entry: StepEntry): T | undefined;
  set(entry: StepEntry, value: T): void;
}

let places = 0;

/**
 * A memory for one fact about steps. It lies beside what the graph remembers of the step: a weak table for each fact would cost the
 * garbage collector a pass each.
 */
export function perStep<T>(): PerStep<T> {
  const place = places++;
  return {
    get: (entry) => analysisOf(entry).kept[place] as T | undefined,
    set(entry, value) {
      const { kept } = analysisOf(entry);
      while (kept.length < place) kept.push(undefined);
      kept[place] = value;
    },
  };
}
