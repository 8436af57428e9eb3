import type { SageMaker } from "@aws-sdk/client-sagemaker";

/** Two clients for one place: reads are tried again by the SDK, writes never are. */
export interface Region {
  readonly read: SageMaker;
  readonly write: SageMaker;
  /** How long to wait, in milliseconds, before each further look at what a write left. */
  readonly pauses: readonly number[];
}
