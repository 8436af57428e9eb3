/** The last part of an execution's ARN: by which people and addresses name it. */
export function executionId(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
