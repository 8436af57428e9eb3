import { plainRun, type RunsAs } from "./runsAs";

/** A run of a type that Stepwire does not know: it succeeds, and what others read of it is guessed by its name. */
export const unknownRun: RunsAs = {
  ...plainRun,
  outputs: () => [],
  metadata: null,
  asks: null,
};
