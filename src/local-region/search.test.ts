import { beforeEach, describe, expect, it } from "vitest";
import { begin, type Call, create, lambda, regionAt, start } from "../testing/regionCalls";

const clock = { now: begin };
let call: Call;
beforeEach(() => {
  clock.now = begin;
  call = regionAt(clock).call;
});

type Found = Record<string, Record<string, unknown>>[];
const search = async (Resource: string, more: object = {}) => {
  const { body } = await call("Search", { Resource, ...more });
  return (body.Results as Found).map((result) => result[Resource] ?? {});
};
const named = async (more: object = {}) => (await search("Pipeline", more)).map(({ PipelineName }) => PipelineName);
const where = (...Filters: object[]) => ({ SearchExpression: { Filters } });

describe("Search for pipelines", () => {
  beforeEach(async () => {
    await create(call, "alpha", [lambda("A")], { Tags: [{ Key: "team", Value: "blue" }] });
    clock.now += 1000;
    await create(call, "beta", [lambda("A")], { PipelineDescription: "of June" });
    clock.now += 1000;
    await create(call, "gamma", [lambda("A")], { ParallelismConfiguration: { MaxParallelExecutionSteps: 5 } });
  });

  it("finds all, the last changed first, a page at a time, with their tags", async () => {
    expect(await named()).toEqual(["gamma", "beta", "alpha"]);
    const { body } = await call("Search", { Resource: "Pipeline", MaxResults: 2 });
    expect(body).toMatchObject({ TotalHits: { Value: 3, Relation: "EqualTo" }, NextToken: expect.any(String) });
    expect(await named({ MaxResults: 2, NextToken: body.NextToken })).toEqual(["alpha"]);
    expect((await search("Pipeline")).at(-1)).toMatchObject({
      PipelineArn: "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/alpha",
      PipelineStatus: "Active",
      Tags: [{ Key: "team", Value: "blue" }],
    });
  });

  it.each<[string, object, string[]]>([
    ["Equals", { Name: "PipelineName", Operator: "Equals", Value: "beta" }, ["beta"]],
    ["no operator", { Name: "PipelineName", Value: "beta" }, ["beta"]],
    ["NotEquals", { Name: "PipelineName", Operator: "NotEquals", Value: "beta" }, ["gamma", "alpha"]],
    ["Contains", { Name: "PipelineName", Operator: "Contains", Value: "am" }, ["gamma"]],
    ["In", { Name: "PipelineName", Operator: "In", Value: "alpha, beta" }, ["beta", "alpha"]],
    ["Exists", { Name: "PipelineDescription", Operator: "Exists" }, ["beta"]],
    ["NotExists", { Name: "PipelineDescription", Operator: "NotExists" }, ["gamma", "alpha"]],
    ["a tag", { Name: "Tags.team", Operator: "Equals", Value: "blue" }, ["alpha"]],
    [
      "GreaterThan a number within",
      { Name: "ParallelismConfiguration.MaxParallelExecutionSteps", Operator: "GreaterThan", Value: "4" },
      ["gamma"],
    ],
    [
      "LessThanOrEqualTo a moment",
      { Name: "CreationTime", Operator: "LessThanOrEqualTo", Value: new Date(begin + 1000).toISOString() },
      ["beta", "alpha"],
    ],
  ])("filters by %s", async (_what, filter, found) => {
    expect(await named(where(filter))).toEqual(found);
  });

  it("joins filters by And, by Or, and in expressions within", async () => {
    const is = (Value: string) => ({ Name: "PipelineName", Operator: "Equals", Value });
    expect(await named(where(is("alpha"), is("beta")))).toEqual([]);
    const either = { Filters: [is("alpha"), is("beta")], Operator: "Or" };
    expect(await named({ SearchExpression: either })).toEqual(["beta", "alpha"]);
    const within = { SubExpressions: [either], Filters: [{ Name: "PipelineDescription", Operator: "Exists" }] };
    expect(await named({ SearchExpression: within })).toEqual(["beta"]);
    const NestedFilters = [{ NestedPropertyName: "Tags", Filters: [{ Name: "Tags.Key", Value: "team" }] }];
    expect(await named({ SearchExpression: { NestedFilters } })).toEqual(["alpha"]);
  });

  it("sorts by a property, either way", async () => {
    expect(await named({ SortBy: "PipelineName", SortOrder: "Ascending" })).toEqual(["alpha", "beta", "gamma"]);
    expect(await named({ SortBy: "PipelineName" })).toEqual(["gamma", "beta", "alpha"]);
  });

  it.each<[string, object, string]>([
    ["a resource that it does not know", { Resource: "TrainingJob" }, "enum value set"],
    ["a property that there is not", { Resource: "Pipeline", ...where({ Name: "Nope", Value: "1" }) }, "Nope"],
    [
      "two that contain",
      {
        Resource: "Pipeline",
        ...where(...["a", "b"].map((Value) => ({ Name: "PipelineName", Operator: "Contains", Value }))),
      },
      "'CONTAINS' operator usage limit of 1 exceeded.",
    ],
    ["no value", { Resource: "Pipeline", ...where({ Name: "PipelineName", Operator: "Equals" }) }, "needs a Value"],
  ])("refuses %s", async (_what, input, said) => {
    const { body } = await call("Search", input);
    expect([body.__type, body.message]).toEqual(["ValidationException", expect.stringContaining(said)]);
  });
});

it("Search for executions and versions tells what they are, and filters by status and number", async () => {
  await create(call, "p");
  const failed = await start(call, "p", { PipelineExecutionDescription: "stepwire:fail=A" });
  clock.now += 5000;
  const running = await start(call, "p");
  const byStatus = (Value: string) => search("PipelineExecution", where({ Name: "PipelineExecutionStatus", Value }));
  expect(await byStatus("Failed")).toMatchObject([{ PipelineExecutionArn: failed, PipelineVersionId: 1 }]);
  expect(await byStatus("Executing")).toMatchObject([{ PipelineExecutionArn: running, PipelineParameters: [] }]);
  const versions = await search("PipelineVersion", where({ Name: "PipelineVersionId", Value: "1" }));
  expect(versions).toMatchObject([
    {
      PipelineVersionId: 1,
      LastExecutedPipelineExecutionArn: running,
      LastExecutedPipelineExecutionStatus: "Executing",
    },
  ]);
});
