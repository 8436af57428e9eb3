import { calling } from "../aws/awsError";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

export const definitionForExecution: Operation<"definitionForExecution"> = async (
  { target, executionArn },
  { regions },
) => {
  const { read } = await regions.region(target);
  const found = await calling("DescribePipelineDefinitionForExecution", () =>
    read.describePipelineDefinitionForExecution({ PipelineExecutionArn: executionArn }),
  );
  return { definition: found.PipelineDefinition ?? "", created: moment(found.CreationTime) };
};
