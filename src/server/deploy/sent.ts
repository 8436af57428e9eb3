/** What a deploy sends, and whether what is deployed is that. */
import type { DeployIntent } from "../../contract/deploy";
import type { DescribedPipeline } from "../../contract/pipelines";
import { sameDefinition } from "../../pipeline/compare/compareDefinitions";
import { limitOf, parallelism } from "../aws/shapes";

export type Sent = ReturnType<typeof sentOf>;

/** The request of Create and Update, which carry the same beside Create's token. */
export function sentOf(intent: DeployIntent, before: DescribedPipeline | null) {
  // A limit that is not there needs no taking away.
  const limit =
    intent.maxParallelSteps === null && before?.maxParallelSteps == null ? undefined : intent.maxParallelSteps;
  return {
    PipelineName: intent.pipelineName,
    PipelineDefinition: intent.definition,
    RoleArn: intent.roleArn,
    PipelineDisplayName: intent.displayName,
    PipelineDescription: intent.description,
    ParallelismConfiguration: parallelism(limit),
  };
}

type Holds = {
  readonly [Member in keyof Sent]: (after: DescribedPipeline, sent: NonNullable<Sent[Member]>) => boolean;
};

/** Every member that is sent has its line here, or this does not compile. */
const holds: Holds = {
  PipelineName: ({ name }, sent) => name === sent,
  PipelineDefinition: ({ definition }, sent) => sameDefinition(definition, sent),
  RoleArn: ({ roleArn }, sent) => roleArn === sent,
  PipelineDisplayName: ({ displayName }, sent) => (displayName ?? "") === sent,
  PipelineDescription: ({ description }, sent) => (description ?? "") === sent,
  ParallelismConfiguration: ({ maxParallelSteps }, sent) => maxParallelSteps === limitOf(sent),
};

/** True where all that was sent is there; what was left out may be anything. */
export function isOurs(after: DescribedPipeline, sent: Sent): boolean {
  const isThere = <Member extends keyof Sent>(member: Member) => {
    const value = sent[member];
    return value === undefined || value === null || holds[member](after, value);
  };
  return (Object.keys(holds) as (keyof Sent)[]).every((member) => isThere(member));
}
