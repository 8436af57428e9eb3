import type { ObjectValue } from "../definition/value";

/** What is remembered of each step, by the step object. */
export interface PerStep<T> {
  get(step: ObjectValue): T | undefined;
  set(step: ObjectValue, value: T): void;
}

const memory = new WeakMap<ObjectValue, unknown[]>();
let places = 0;

/** A memory for one fact about steps. All share one weak table: each more would cost the garbage collector as much again. */
export function perStep<T>(): PerStep<T> {
  const place = places++;
  return {
    get: (step) => memory.get(step)?.[place] as T | undefined,
    set(step, value) {
      const known = memory.get(step);
      if (known !== undefined) known[place] = value;
      else {
        const made: unknown[] = [];
        made[place] = value;
        memory.set(step, made);
      }
    },
  };
}
