/** What both the operations and the deploy say to AWS and hear from it, between AWS's form and the contract's. */

/** AWS's moments as the contract tells them. */
export function moment(date: Date | undefined): string | null {
  return date === undefined ? null : date.toISOString();
}

/**
 * What stands for *no limit*: more than a pipeline has steps. An update that leaves the member out leaves the limit as it is, and the API
 * has no way to take one away (`ParallelismConfiguration$` of the SDK: the number is required, 1 or more).
 */
const noLimit = 10_000;

/** Null takes away the limit that is there, undefined says nothing of it. */
export function parallelism(maxParallelSteps: number | null | undefined) {
  return maxParallelSteps === undefined ? undefined : { MaxParallelExecutionSteps: maxParallelSteps ?? noLimit };
}

/** The limit as it is meant; null for none. */
export function limitOf(said: { readonly MaxParallelExecutionSteps?: number | undefined } | undefined): number | null {
  const limit = said?.MaxParallelExecutionSteps;
  return limit === undefined || limit >= noLimit ? null : limit;
}
