/** The errors on which SageMaker retries a step (pipeline-definition 2.0.1): of the step's own calls, and of the job it starts. */
const ofStep = ["Step.SERVICE_FAULT", "Step.THROTTLING"] as const;
const ofJob = ["SageMaker.JOB_INTERNAL_ERROR", "SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT"] as const;

/** These start no SageMaker job: the SDK refuses job errors for the models, and types those of EMR for the step's alone. */
const withoutJob: ReadonlySet<string> = new Set(["Model", "RegisterModel", "EMR", "EMRServerless"]);
/** Their jobs retry internal errors themselves; SageMaker ignores a policy for one. */
const retryInside: ReadonlySet<string> = new Set(["Tuning", "AutoML"]);

/** The errors that a retry policy of a step of this type can name. */
export function retryExceptions(type: string): readonly string[] {
  if (withoutJob.has(type)) return ofStep;
  const job = retryInside.has(type) ? ofJob.filter((error) => error !== "SageMaker.JOB_INTERNAL_ERROR") : ofJob;
  return [...ofStep, ...job];
}
