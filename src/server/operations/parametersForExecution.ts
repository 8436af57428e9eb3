import { allPages } from "../aws/paging";
import type { Operation } from "./operation";

const most = 10_000;

export const parametersForExecution: Operation<"parametersForExecution"> = async (
  { target, executionArn },
  { regions },
) => {
  const { read } = await regions.region(target);
  const { items } = await allPages(
    "ListPipelineParametersForExecution",
    (page) => read.listPipelineParametersForExecution({ PipelineExecutionArn: executionArn, ...page }),
    (page) => page.PipelineParameters,
    most,
  );
  return { parameters: items.map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })) };
};
