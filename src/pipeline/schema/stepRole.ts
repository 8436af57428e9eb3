/**
 * True for a member of a request that names the role of a step. It may be left out although its API requires it: "by default each step
 * takes the pipeline's execution role" (developer guide, Pipeline Step Permissions); public pipelines were created without it.
 */
export function isStepRole(member: string): boolean {
  return member === "RoleArn" || member === "ExecutionRoleArn" || member === "executionRoleArn" || member === "roleArn";
}
