import type { TimeLimits } from "../timeLimits";
import type { Attempts } from "../twoClients";

/** How every client of one target is made. */
export interface Connect {
  readonly configOf: (attempts: Attempts) => {
    readonly region: string;
    readonly credentials: ReturnType<typeof import("@aws-sdk/credential-providers").fromNodeProviderChain>;
    readonly maxAttempts: number;
    readonly requestHandler: {
      readonly connectionTimeout: number;
      readonly requestTimeout: number;
      readonly throwOnRequestTimeout: boolean;
    };
  };
  readonly limits: TimeLimits;
}
