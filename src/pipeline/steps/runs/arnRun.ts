import { plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import type { OutputsOfRun } from "./values/sampleRequest";

/** A run of which the service tells one ARN, by the output `arn`. */
export function arnRun(type: string, arn: string, outputs: OutputsOfRun) {
  return { ...plainRun, outputs, metadata: arnMetadata(type, arn, null) } satisfies RunsAs;
}
