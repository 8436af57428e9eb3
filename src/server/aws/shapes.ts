/** What both the operations and the deploy say to AWS and hear from it, between AWS's form and the contract's. */

/** AWS's moments as the contract tells them. */
export function moment(date: Date | undefined): string | null {
  return date === undefined ? null : date.toISOString();
}

export function parallelism(maxParallelSteps: number | undefined) {
  return maxParallelSteps === undefined ? undefined : { MaxParallelExecutionSteps: maxParallelSteps };
}
