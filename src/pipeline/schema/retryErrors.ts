/** The errors on which SageMaker retries a step: of the step's own calls, and of the job it starts. */
const ofStep = ["Step.SERVICE_FAULT", "Step.THROTTLING"];
const internal = "SageMaker.JOB_INTERNAL_ERROR";
const ofJob = ["SageMaker.CAPACITY_ERROR", "SageMaker.RESOURCE_LIMIT"];

/** Of a step that starts no SageMaker job: the SDK refuses job errors for the models, and types those of EMR for the step's alone. */
export const retryErrorsOfStep: readonly string[] = ofStep;

/** Of a step whose job retries internal errors itself: SageMaker ignores a policy for one. */
export const retryErrorsOfJobThatRetries: readonly string[] = [...ofStep, ...ofJob];

export const everyRetryError: readonly string[] = [...ofStep, internal, ...ofJob];
