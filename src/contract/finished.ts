/** The statuses that do not change any more: polling ends here. */
export function isFinished(executionStatus: string): boolean {
  return ["Succeeded", "Failed", "Stopped", "CompletedWithFailures"].includes(executionStatus);
}
