/** The outputs of a step that ran at AWS: the Describe response of the job behind it, which is what other steps could refer to. */
import type { PipelineExecutionStepMetadata, SageMaker } from "@aws-sdk/client-sagemaker";
import { runList } from "../../pipeline/steps/runs";
import type { Described } from "../../pipeline/steps/runs/runsAs";
import { calling } from "./awsError";

/** A member of the response, whole: `outputAt` of the core looks into it as a reference does. */
export interface DescribedOutput {
  readonly path: string;
  readonly value: string;
}

const byMetadataKey: ReadonlyMap<string, Described> = new Map(
  runList.flatMap(({ metadata, describedBy }) =>
    metadata === null || describedBy === null ? [] : [[metadata.key, describedBy]],
  ),
);

/** Null where the step's metadata names no job that can be described. */
export async function describeJob(
  sageMaker: SageMaker,
  metadata: PipelineExecutionStepMetadata | undefined,
): Promise<DescribedOutput[] | null> {
  const [kind = "", held] = Object.entries(metadata ?? {}).find(([, member]) => member !== undefined) ?? [];
  const described = byMetadataKey.get(kind);
  const arn: unknown = held !== null && typeof held === "object" && "Arn" in held ? held.Arn : undefined;
  if (described === undefined || typeof arn !== "string") return null;
  const response = await calling(described.operation, () => callOf(sageMaker, described)(arn));
  return Object.entries(response).flatMap(([path, value]) =>
    path === "$metadata" || value === undefined ? [] : [{ path, value: JSON.stringify(value) }],
  );
}

/** The call that a run is described by; throws where the installed SDK has none of that name. */
export function callOf(
  sageMaker: SageMaker,
  { operation, parameter, by }: Described,
): (arn: string) => Promise<object> {
  const method = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
  const call: unknown = Reflect.get(sageMaker, method);
  if (typeof call !== "function") throw new Error(`The AWS SDK has no ${operation}.`);
  return (arn) => call.call(sageMaker, { [parameter]: by === "arn" ? arn : arn.slice(arn.lastIndexOf("/") + 1) });
}
