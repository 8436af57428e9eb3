/** What `Execution.` can be followed by: the values that SageMaker gives each run. */
export const executionVariables = [
  "StartDateTime",
  "CurrentDateTime",
  "PipelineName",
  "PipelineArn",
  "PipelineExecutionId",
  "PipelineExecutionArn",
  "TrainingJobName",
  "ProcessingJobName",
] as const;

/** True for a variable that the SDK knows. */
export function isExecutionVariable(name: string): boolean {
  return executionVariables.some((variable) => variable === name);
}
