import type { SageMaker } from "@aws-sdk/client-sagemaker";
import type { Memory } from "./memory";
import type { Services } from "./services/services";
import type { Two } from "./twoClients";

/** One place: SageMaker there, and what else its account has. */
export interface Region extends Two<SageMaker> {
  /** How long to wait, in milliseconds, before each further look at what a write left. */
  readonly pauses: readonly number[];
  /** The account's other services; null in the local region, which has none. */
  readonly services: Services | null;
  /** What was deployed there from here. */
  readonly lastDeployed: Memory;
}
