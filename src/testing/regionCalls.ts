/** The local region, called as a client calls it, and what its tests send. */
import { createLocalRegion, type LocalRegion } from "../local-region";
import { regionFolder } from "../local-region/state/regionFolder";

export const role = "arn:aws:iam::111122223333:role/StepwireLocal";
export const token = (name: string) => name.padEnd(36, "-");

export interface Clock {
  now: number;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A region at a clock of the test's own; in memory, or with its state in a folder. */
export function regionAt(clock: Clock, dir: string | null = null, tell: (line: string) => void = () => {}) {
  const folder = dir === null ? null : regionFolder({ dir, chosenBy: "--state" });
  const region = createLocalRegion({ folder, tell, stepSeconds: 0.5, now: () => clock.now });
  return { region, call: caller(region) };
}

export function caller(region: LocalRegion, name = "eu-west-1") {
  return async (operation: string, input: unknown): Promise<Answer> => {
    const headers = {
      "X-Amz-Target": `SageMaker.${operation}`,
      "content-type": "application/x-amz-json-1.1",
      Authorization: `AWS4-HMAC-SHA256 Credential=AKID/20261123/${name}/sagemaker/aws4_request, SignedHeaders=host, Signature=0`,
    };
    const { status, body } = await region.handle({ method: "POST", path: "/", headers, body: JSON.stringify(input) });
    return { status, body: JSON.parse(body) };
  };
}

export type Call = ReturnType<typeof caller>;

export const lambda = (Name: string, more: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
  OutputParameters: [],
  ...more,
});
export const definitionOf = (Steps: readonly unknown[], Parameters: readonly unknown[] = []) =>
  JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters, Steps });

export const create = (call: Call, name: string, steps: readonly unknown[] = [lambda("A")], more: object = {}) =>
  call("CreatePipeline", { PipelineName: name, RoleArn: role, PipelineDefinition: definitionOf(steps), ...more });

export async function start(call: Call, name: string, more: object = {}): Promise<string> {
  const { status, body } = await call("StartPipelineExecution", { PipelineName: name, ...more });
  if (status !== 200) throw new Error(`It was not started: ${JSON.stringify(body)}`);
  return String(body.PipelineExecutionArn);
}

export const begin = 1_795_000_000_000;
