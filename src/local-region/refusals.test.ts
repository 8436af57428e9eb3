import { describe, expect, it } from "vitest";
import { begin, create, definitionOf, lambda, regionAt, role } from "../testing/regionCalls";

describe("a request that SageMaker refuses", () => {
  const { call } = regionAt({ now: begin });
  const refused = (input: object) =>
    call("CreatePipeline", {
      PipelineName: "p",
      RoleArn: role,
      PipelineDefinition: definitionOf([lambda("A")]),
      ...input,
    });

  it.each([
    ["a name with a space", { PipelineName: "bad name!!" }, "Member must satisfy regular expression pattern"],
    ["a name of 257", { PipelineName: "a".repeat(257) }, "less than or equal to 256"],
    ["no role", { RoleArn: undefined }, "at 'roleArn' failed to satisfy constraint: Member must not be null"],
    ["a short token", { ClientRequestToken: "abc" }, "greater than or equal to 32"],
    [
      "no definition",
      { PipelineDefinition: undefined },
      "Either Pipeline Definition or Pipeline Definition S3 location",
    ],
    [
      "two definitions",
      { PipelineDefinitionS3Location: { Bucket: "b", ObjectKey: "k" } },
      "Both Pipeline Definition and Pipeline Definition S3 Location shouldn't be present",
    ],
    ["text that is no JSON", { PipelineDefinition: '{"Steps":[}' }, "Unable to parse pipeline definition. "],
    ["text without Steps", { PipelineDefinition: "{}" }, "Unable to parse pipeline definition. "],
    ["a definition over 1 MiB", { PipelineDefinition: " ".repeat(1_048_577) }, "less than or equal to 1048576"],
    ["a number for a text", { PipelineDescription: 5 }, "Member must be a string"],
    [
      "no parallelism at all",
      { ParallelismConfiguration: { MaxParallelExecutionSteps: 0 } },
      "greater than or equal to 1",
    ],
    [
      "parallelism without a number",
      { ParallelismConfiguration: {} },
      "at 'maxParallelExecutionSteps' failed to satisfy constraint: Member must not be null",
    ],
    [
      "half a step at the same time",
      { ParallelismConfiguration: { MaxParallelExecutionSteps: 1.5 } },
      "Value '1.5' at 'maxParallelExecutionSteps' failed to satisfy constraint: Member must be an integer",
    ],
  ])("%s", async (_name, input, words) => {
    const { status, body } = await refused(input);
    expect({ status, type: body.__type }).toEqual({ status: 400, type: "ValidationException" });
    expect(body.message).toContain(words);
  });

  it.each([
    ["two steps of one name", [lambda("A"), lambda("A")], "Duplicate step 'A'"],
    ["a step name with a dot", [lambda("A.b")], "Step name 'A.b'"],
    ["DependsOn of nothing", [lambda("A", { DependsOn: ["B"] })], "'B', which is undefined"],
    ["an unknown step", [lambda("A", { Arguments: { x: { Get: "Steps.B.Y" } } })], "undefined step 'B'"],
    ["an unknown parameter", [lambda("A", { Arguments: { x: { Get: "Parameters.P" } } })], "undefined parameter 'P'"],
    [
      "an unknown variable",
      [lambda("A", { Arguments: { x: { Get: "Execution.Now" } } })],
      "Unknown execution variable",
    ],
    ["a malformed reference", [lambda("A", { Arguments: { x: { Get: "Somewhere" } } })], "Malformed reference"],
    ["a cycle", [lambda("A", { DependsOn: ["B"] }), lambda("B", { DependsOn: ["A"] })], "A -> B -> A"],
    [
      "a wait for a Fail step",
      [{ Name: "F", Type: "Fail", Arguments: {} }, lambda("A", { DependsOn: ["F"] })],
      "CondStep can not depends on FailStep",
    ],
    [
      "a ForEach without a limit",
      [{ Name: "E", Type: "ForEach", Arguments: { IterableItems: [1], ForEachBody: [lambda("A")] } }],
      "range [1, 50]",
    ],
  ])("a definition with %s", async (_name, steps, words) => {
    const { body } = await refused({ PipelineDefinition: definitionOf(steps) });
    expect(body.__type).toBe("ValidationException");
    expect(body.message).toMatch(/^Unable to parse pipeline definition\. /);
    expect(body.message).toContain(words);
  });

  it("an operation that it does not know, a request without a signature, a body that is no JSON", async () => {
    const { region } = regionAt({ now: begin });
    expect((await call("CreateTrainingJob", {})).body.__type).toBe("UnknownOperationException");
    expect((await call("toString", {})).body.__type).toBe("UnknownOperationException");
    const headers = { "x-amz-target": "SageMaker.ListPipelines" };
    const unsigned = await region.handle({ method: "POST", path: "/", headers, body: "{}" });
    expect([unsigned.status, unsigned.headers["x-amzn-errortype"]]).toEqual([
      403,
      "MissingAuthenticationTokenException",
    ]);
    const signed = { ...headers, authorization: "Credential=A/20260101/us-east-1/sagemaker/aws4_request" };
    const broken = await region.handle({ method: "POST", path: "/", headers: signed, body: "{" });
    expect(JSON.parse(broken.body).__type).toBe("SerializationException");
  });
});

it("tags that are none, or not given, are refused, and nothing is changed", async () => {
  const { call } = regionAt({ now: begin });
  const { body } = await create(call, "p", undefined, { Tags: [{ Key: "team", Value: "a" }] });
  const ResourceArn = body.PipelineArn;
  for (const [operation, input] of [
    ["AddTags", {}],
    ["AddTags", { Tags: "x" }],
    ["AddTags", { Tags: [{ Key: "k" }] }],
    ["DeleteTags", {}],
    ["DeleteTags", { TagKeys: "team" }],
    ["DeleteTags", { TagKeys: [1] }],
  ] as const) {
    const refused = await call(operation, { ResourceArn, ...input });
    expect([operation, refused.body.__type]).toEqual([operation, "ValidationException"]);
  }
  expect((await call("ListTags", { ResourceArn })).body.Tags).toEqual([{ Key: "team", Value: "a" }]);
});
