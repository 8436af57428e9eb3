import type { SageMaker } from "@aws-sdk/client-sagemaker";

/** Two clients for one place: reads are tried again by the SDK, writes never are. */
export interface Region {
  readonly read: SageMaker;
  readonly write: SageMaker;
}
