import { parameterText, parameterValues } from "../pipeline/simulate/values/parameters";
import type { Operation } from "./call";
import { invalid } from "./errors";
import { type Input, optionalText, requiredText, structures } from "./input";
import { executionsIn, pipelineOf } from "./lookup";
import { definitionOf, handledIn, reusableIn } from "./progress";
import { fingerprintOf, maxParallelIn, tokenReused } from "./requests";
import { selectionIn } from "./selective";
import type { ExecutionRecord, GivenParameter, PipelineVersion } from "./state/records";
import { versionIn } from "./versions";

export const startPipelineExecution: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const token = optionalText(input, "ClientRequestToken", "token") ?? null;
  // By name or by ARN, it is the same pipeline.
  const fingerprint = fingerprintOf({ ...input, PipelineName: pipeline.arn });
  const before = token === null ? undefined : executionsIn(call).find((one) => one.token === token);
  if (before !== undefined) {
    if (before.fingerprint !== fingerprint) throw tokenReused();
    return { PipelineExecutionArn: before.arn };
  }
  if (optionalText(input, "RoleArn", "role") !== undefined) {
    throw invalid("RoleArn can be given only for a pipeline that AWS manages.");
  }
  const version = versionIn(pipeline, input);
  const selection = selectionIn(call, input, pipeline, version);
  const id = call.newId();
  const execution: ExecutionRecord = {
    id,
    arn: `${pipeline.arn}/execution/${id}`,
    version: version.id,
    createdAt: call.now,
    displayName:
      optionalText(input, "PipelineExecutionDisplayName", "displayName") ?? `execution-${Math.floor(call.now)}`,
    description: optionalText(input, "PipelineExecutionDescription", "description") ?? null,
    parameters: effectiveParameters(version, input),
    maxParallel: maxParallelIn(input) ?? pipeline.maxParallel,
    stepSeconds: call.stepSeconds,
    token,
    fingerprint,
    attempts: [
      {
        ...{ startedAt: call.now, stoppedAt: null, token },
        ...handledIn(version, call.attached(pipeline.name)),
        ...reusableIn(pipeline, version, call.now),
      },
    ],
    ...(selection !== undefined && { selection }),
  };
  call.store.put({ ...pipeline, executions: [...pipeline.executions, execution] });
  return { PipelineExecutionArn: execution.arn };
};

/** The given values over the defaults, as texts. Refuses what the service refuses. */
function effectiveParameters(version: PipelineVersion, input: Input): readonly GivenParameter[] {
  const given = structures(input, "PipelineParameters", 200).map((parameter) => {
    return [
      requiredText(parameter, "Name", "parameterName"),
      requiredText(parameter, "Value", "parameterValue"),
    ] as const;
  });
  const doubled = given.find(([name], index) => given.findIndex((other) => other[0] === name) !== index);
  if (doubled !== undefined) throw invalid(`Parameter names must be unique. Duplicate parameter '${doubled[0]}'.`);
  const { values, refusals } = parameterValues(definitionOf(version), new Map(given));
  const refusal = refusals[0];
  if (refusal !== undefined) throw invalid(refusal);
  return [...values].map(([Name, value]) => ({ Name, Value: parameterText(value) }));
}
