import { describedByName, plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job, resource } from "./values/named";
import type { OutputsOfRun } from "./values/sampleRequest";

/** A run of which the service tells one ARN, by the output `arn`. */
export function arnRun(type: string, arn: string, outputs: OutputsOfRun) {
  return { ...plainRun, outputs, metadata: arnMetadata(type, arn, null) } satisfies Partial<RunsAs>;
}

/** A run that starts a job of SageMaker: `TrainingJob`, described by its name; `more` are outputs beside name, ARN and status. */
export function jobRun(member: string, kind: string, more: OutputsOfRun) {
  return namedRun(member, job(member, kind, more));
}

/** A run that makes something in SageMaker under a name: `Model`, `Endpoint`. */
export function resourceRun(member: string, kind: string) {
  return namedRun(member, resource(member, kind));
}

function namedRun(member: string, outputs: OutputsOfRun) {
  return {
    ...plainRun,
    outputs,
    metadata: arnMetadata(member, `${member}Arn`, `${member}Name`),
    describedBy: describedByName(member),
  } satisfies Partial<RunsAs>;
}
