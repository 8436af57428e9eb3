/** What a deploy sends, and whether what is deployed is that. */
import type { DeployIntent } from "../../contract/deploy";
import type { DescribedPipeline } from "../../contract/pipelines";
import { sameDefinition } from "../../pipeline/compare/compareDefinitions";
import { limitOf, parallelism } from "../aws/shapes";
import type { Location } from "./upload";

type Request = ReturnType<typeof requestOf>;

export interface Sent {
  /** The request of Create and Update, which carry the same beside Create's token and tags. */
  readonly request: Request;
  /** By itself or through S3, it is this text. */
  readonly definition: string;
}

export function sentOf(intent: DeployIntent, before: DescribedPipeline | null, location: Location | null): Sent {
  return { request: requestOf(intent, before, location), definition: intent.definition };
}

function requestOf(intent: DeployIntent, before: DescribedPipeline | null, location: Location | null) {
  // A limit that is not there needs no taking away.
  const limit =
    intent.maxParallelSteps === null && before?.maxParallelSteps == null ? undefined : intent.maxParallelSteps;
  return {
    PipelineName: intent.pipelineName,
    PipelineDefinition: location === null ? intent.definition : undefined,
    PipelineDefinitionS3Location: location ?? undefined,
    RoleArn: intent.roleArn,
    PipelineDisplayName: intent.displayName,
    PipelineDescription: intent.description,
    ParallelismConfiguration: parallelism(limit),
  };
}

type Holds = {
  readonly [Member in keyof Request]: (
    after: DescribedPipeline,
    sent: NonNullable<Request[Member]>,
    definition: string,
  ) => boolean;
};

const isDefinition = (after: DescribedPipeline, _: unknown, text: string) => sameDefinition(after.definition, text);

/** Every member that is sent has its line here, or this does not compile. */
const holds: Holds = {
  PipelineName: ({ name }, sent) => name === sent,
  PipelineDefinition: isDefinition,
  PipelineDefinitionS3Location: isDefinition,
  RoleArn: ({ roleArn }, sent) => roleArn === sent,
  PipelineDisplayName: ({ displayName }, sent) => (displayName ?? "") === sent,
  PipelineDescription: ({ description }, sent) => (description ?? "") === sent,
  ParallelismConfiguration: ({ maxParallelSteps }, sent) => maxParallelSteps === limitOf(sent),
};

/** True where all that was sent is there; what was left out may be anything. */
export function isOurs(after: DescribedPipeline, { request, definition }: Sent): boolean {
  const isThere = <Member extends keyof Request>(member: Member) => {
    const value = request[member];
    return value === undefined || value === null || holds[member](after, value, definition);
  };
  return (Object.keys(holds) as (keyof Request)[]).every((member) => isThere(member));
}
