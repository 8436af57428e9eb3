import { describe, expect, it } from "vitest";
import { begin, caller, create, definitionOf, lambda, regionAt, role, start, token } from "../testing/regionCalls";

describe("a pipeline", () => {
  it("is created, described, updated to a new version, listed and deleted", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const PipelineArn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/Churn-2";
    expect(await create(call, "Churn-2", [lambda("A")], { PipelineDescription: "first" })).toEqual({
      status: 200,
      body: { PipelineArn },
    });
    clock.now += 1500;
    const changed = definitionOf([lambda("B")]);
    const updated = await call("UpdatePipeline", { PipelineName: "Churn-2", PipelineDefinition: changed });
    expect(updated.body).toEqual({ PipelineArn, PipelineVersionId: 2 });
    const described = await call("DescribePipeline", { PipelineName: PipelineArn });
    expect(described.body).toMatchObject({
      PipelineArn,
      PipelineName: "Churn-2",
      PipelineDefinition: changed,
      PipelineDescription: "first",
      PipelineStatus: "Active",
      RoleArn: role,
      CreationTime: begin / 1000,
      LastModifiedTime: begin / 1000 + 1.5,
    });
    const first = await call("DescribePipeline", { PipelineName: "Churn-2", PipelineVersionId: 1 });
    expect(first.body.PipelineDefinition).toBe(definitionOf([lambda("A")]));
    const versions = await call("ListPipelineVersions", { PipelineName: "Churn-2" });
    expect(versions.body.PipelineVersionSummaries).toMatchObject([{ PipelineVersionId: 2 }, { PipelineVersionId: 1 }]);
    expect((await call("DeletePipeline", { PipelineName: "Churn-2", ClientRequestToken: token("d") })).status).toBe(
      200,
    );
    expect((await call("ListPipelines", {})).body).toEqual({ PipelineSummaries: [] });
  });

  it("goes by the aliases of its versions, and tells them in each answer", async () => {
    const { call } = regionAt({ now: begin });
    const PipelineName = "p";
    await create(call, PipelineName, [lambda("A")], { PipelineVersionAliases: ["first", "v1.0"] });
    const PipelineDefinition = definitionOf([lambda("B")]);
    await call("UpdatePipeline", { PipelineName, PipelineDefinition, PipelineVersionAliases: ["prod"] });

    const first = await call("DescribePipeline", { PipelineName, PipelineVersionAlias: "v1.0" });
    expect(first.body).toMatchObject({
      PipelineDefinition: definitionOf([lambda("A")]),
      PipelineVersionAliases: ["first", "v1.0"],
    });
    expect((await call("DescribePipeline", { PipelineName })).body).toMatchObject({
      PipelineDefinition,
      PipelineVersionAliases: ["prod"],
    });
    const versions = await call("ListPipelineVersions", { PipelineName });
    expect(versions.body.PipelineVersionSummaries).toMatchObject([
      { PipelineVersionId: 2, PipelineVersionAliases: ["prod"] },
      { PipelineVersionId: 1, PipelineVersionAliases: ["first", "v1.0"] },
    ]);
    const PipelineExecutionArn = await start(call, PipelineName, { PipelineVersionAlias: "first" });
    expect((await call("DescribePipelineExecution", { PipelineExecutionArn })).body).toMatchObject({
      PipelineVersionId: 1,
      PipelineVersionAliases: ["first", "v1.0"],
    });
    expect((await call("ListPipelineExecutions", { PipelineName })).body.PipelineExecutionSummaries).toMatchObject([
      { PipelineVersionAliases: ["first", "v1.0"] },
    ]);
  });

  it.each([
    [
      "an alias that names another version",
      { PipelineVersionAliases: ["prod"], changes: true },
      "names version 1 already",
    ],
    ["digits alone", { PipelineVersionAliases: ["12"], changes: true }, "not digits alone"],
    ["the same twice", { PipelineVersionAliases: ["a", "a"], changes: true }, "must be unique"],
    [
      "aliases for no new definition",
      { PipelineVersionAliases: ["b"], changes: false },
      "changes the pipeline definition",
    ],
  ])("refuses %s, and makes no version", async (_what, { changes, ...aliases }, said) => {
    const { call } = regionAt({ now: begin });
    await create(call, "p", [lambda("A")], { PipelineVersionAliases: ["prod"] });
    const changed = changes ? { PipelineDefinition: definitionOf([lambda("B")]) } : {};
    const { status, body } = await call("UpdatePipeline", { PipelineName: "p", ...aliases, ...changed });
    expect([status, body.__type]).toEqual([400, "ValidationException"]);
    expect(body.message ?? body.Message).toContain(said);
    expect((await call("ListPipelineVersions", { PipelineName: "p" })).body.PipelineVersionSummaries).toHaveLength(1);
  });

  it("knows no alias that was not given, and takes none beside a number", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    const unknown = await call("DescribePipeline", { PipelineName: "p", PipelineVersionAlias: "prod" });
    expect(unknown.body.__type).toBe("ResourceNotFound");
    const both = await call("DescribePipeline", {
      PipelineName: "p",
      PipelineVersionAlias: "prod",
      PipelineVersionId: 1,
    });
    expect(both.body.__type).toBe("ValidationException");
  });

  it("is known only in its own region", async () => {
    const { region, call } = regionAt({ now: begin });
    await create(call, "p");
    const elsewhere = await caller(region, "us-east-1")("DescribePipeline", { PipelineName: "p" });
    expect(elsewhere).toEqual({
      status: 400,
      body: {
        __type: "ResourceNotFound",
        Message: "Pipeline 'arn:aws:sagemaker:us-east-1:111122223333:pipeline/p' does not exist.",
      },
    });
  });

  it("cannot be created twice, in the words that the SDK's upsert waits for", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    const again = await create(call, "p");
    expect(again).toMatchObject({ status: 400, body: { __type: "ValidationException" } });
    expect(again.body.message).toContain("Pipeline with name (p) already exists");
  });

  it("is created once for one token; the token with another request is a conflict", async () => {
    const { call } = regionAt({ now: begin });
    const one = await create(call, "p", [lambda("A")], { ClientRequestToken: token("t") });
    expect(await create(call, "p", [lambda("A")], { ClientRequestToken: token("t") })).toEqual(one);
    const other = await create(call, "p", [lambda("B")], { ClientRequestToken: token("t") });
    expect(other.body.__type).toBe("ConflictException");
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toHaveLength(1);
  });

  it("is not created under a second name for one token: a conflict, and nothing is made", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p", [lambda("A")], { ClientRequestToken: token("t") });
    const other = await create(call, "q", [lambda("A")], { ClientRequestToken: token("t") });
    expect([other.status, other.body.__type]).toEqual([400, "ConflictException"]);
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toMatchObject([{ PipelineName: "p" }]);
  });

  it("is not deleted by a token that deleted another one", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    await create(call, "q");
    const ClientRequestToken = token("d");
    await call("DeletePipeline", { PipelineName: "p", ClientRequestToken });
    const other = await call("DeletePipeline", { PipelineName: "q", ClientRequestToken });
    expect(other.body.__type).toBe("ConflictException");
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toMatchObject([{ PipelineName: "q" }]);
  });

  it("deleted again with the same token gives the same answer, with another is not found", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    const input = { PipelineName: "p", ClientRequestToken: token("d") };
    const one = await call("DeletePipeline", input);
    expect(await call("DeletePipeline", input)).toEqual(one);
    const other = await call("DeletePipeline", { ...input, ClientRequestToken: token("e") });
    expect(other.body.__type).toBe("ResourceNotFound");
  });

  it("cannot be deleted while it runs", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p");
    await start(call, "p");
    expect((await call("DeletePipeline", { PipelineName: "p" })).body.__type).toBe("ConflictException");
    clock.now += 500;
    expect((await call("DeletePipeline", { PipelineName: "p" })).status).toBe(200);
  });

  it("keeps its tags", async () => {
    const { call } = regionAt({ now: begin });
    const { body } = await create(call, "p", undefined, { Tags: [{ Key: "team", Value: "a" }] });
    await call("AddTags", {
      ResourceArn: body.PipelineArn,
      Tags: [
        { Key: "team", Value: "b" },
        { Key: "x", Value: "" },
      ],
    });
    const tags = await call("ListTags", { ResourceArn: body.PipelineArn });
    expect(tags.body).toEqual({
      Tags: [
        { Key: "team", Value: "b" },
        { Key: "x", Value: "" },
      ],
    });
  });
});
