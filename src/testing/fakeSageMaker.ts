/** A SageMaker of three operations that fails when told to. For tests of what the server does on doubt. */
interface Stored {
  definition: string;
  roleArn: string;
  lastModified: number;
}

/** `before`: the connection breaks before the effect; `after`: the effect happens, the answer is lost. */
export type Fault = "before" | "after";

export interface FakeSageMaker {
  readonly pipelines: Map<string, Stored>;
  /** The operations called, in order. */
  readonly calls: string[];
  /** Faults for the next calls of an operation, first come, first served. */
  readonly faults: { readonly operation: string; readonly fault: Fault }[];
  /** Runs when an operation is called, before it answers: another writer. */
  meanwhile: ((operation: string) => void) | null;
  handle(request: { headers: Readonly<Record<string, string>>; body: string }): Promise<{
    status: number;
    headers: Record<string, string>;
    body: string;
  }>;
}

class Broken extends Error {
  readonly code = "ECONNRESET";
}

export function createFakeSageMaker(): FakeSageMaker {
  const pipelines = new Map<string, Stored>();
  let clock = 1_700_000_000;
  const answer = (status: number, body: object) => ({
    status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "request-1" },
    body: JSON.stringify(body),
  });
  const refuse = (type: string, message: string) => answer(400, { __type: type, message });
  const fake: FakeSageMaker = {
    pipelines,
    calls: [],
    faults: [],
    meanwhile: null,
    handle: async ({ headers, body }) => {
      const operation = headers["x-amz-target"]?.split(".")[1] ?? "";
      fake.calls.push(operation);
      fake.meanwhile?.(operation);
      const at = fake.faults.findIndex((each) => each.operation === operation);
      const fault = at < 0 ? null : (fake.faults.splice(at, 1)[0]?.fault ?? null);
      if (fault === "before") throw new Broken("socket hang up");
      const answered = perform(operation, JSON.parse(body));
      if (fault === "after") throw new Broken("socket hang up");
      return answered;
    },
  };
  const perform = (operation: string, input: Record<string, string>) => {
    const name = input.PipelineName ?? "";
    const found = pipelines.get(name);
    const arn = `arn:aws:sagemaker:eu-west-1:111122223333:pipeline/${name}`;
    if (operation === "CreatePipeline") {
      if (found !== undefined) return refuse("ValidationException", `Pipeline with name (${name}) already exists.`);
      pipelines.set(name, stored(input));
      return answer(200, { PipelineArn: arn });
    }
    if (found === undefined) return refuse("ResourceNotFound", `Pipeline '${arn}' does not exist.`);
    if (operation === "UpdatePipeline") {
      pipelines.set(name, stored(input));
      return answer(200, { PipelineArn: arn, PipelineVersionId: 2 });
    }
    if (operation === "DescribePipeline") {
      const { definition, roleArn, lastModified } = found;
      const described = { PipelineArn: arn, PipelineName: name, PipelineDefinition: definition, RoleArn: roleArn };
      return answer(200, { ...described, PipelineStatus: "Active", LastModifiedTime: lastModified });
    }
    return refuse("UnknownOperationException", operation);
  };
  const stored = (input: Record<string, string>): Stored => ({
    definition: input.PipelineDefinition ?? "",
    roleArn: input.RoleArn ?? "",
    lastModified: ++clock,
  });
  return fake;
}
