import { beforeEach, describe, expect, it } from "vitest";
import { begin, type Call, create, definitionOf, lambda, regionAt, start } from "../testing/regionCalls";

const PipelineArn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p";
const clock = { now: begin };
let call: Call;

beforeEach(async () => {
  clock.now = begin;
  call = regionAt(clock).call;
  await create(call, "p", [lambda("A")], { PipelineVersionAliases: ["prod"] });
  await call("UpdatePipeline", { PipelineName: "p", PipelineDefinition: definitionOf([lambda("B")]) });
});

const update = (PipelineVersionId: number, more: object) =>
  call("UpdatePipelineVersion", { PipelineArn, PipelineVersionId, ...more });
const aliasesOf = async (PipelineVersionId: number) =>
  (await call("DescribePipeline", { PipelineName: "p", PipelineVersionId })).body.PipelineVersionAliases;

describe("UpdatePipelineVersion", () => {
  it("names a version, and leaves its definition, its number and the other versions as they were", async () => {
    clock.now += 1000;
    const named = { PipelineVersionDisplayName: "June", PipelineVersionDescription: "what June ran" };
    expect((await update(1, named)).body).toEqual({ PipelineArn, PipelineVersionId: 1 });
    const { body } = await call("ListPipelineVersions", { PipelineName: "p" });
    expect(body.PipelineVersionSummaries).toEqual([
      { PipelineArn, PipelineVersionId: 2, CreationTime: begin / 1000 },
      { PipelineArn, PipelineVersionId: 1, CreationTime: begin / 1000, PipelineVersionAliases: ["prod"], ...named },
    ]);
    const described = await call("DescribePipeline", { PipelineName: "p", PipelineVersionId: 1 });
    expect(described.body).toMatchObject({ ...named, PipelineDefinition: definitionOf([lambda("A")]) });
    expect((await call("DescribePipeline", { PipelineName: "p" })).body).not.toHaveProperty(
      "PipelineVersionDisplayName",
    );
    await update(1, { PipelineVersionDescription: "other words" });
    const again = await call("DescribePipeline", { PipelineName: "p", PipelineVersionId: 1 });
    expect(again.body).toMatchObject({ PipelineVersionDisplayName: "June", PipelineVersionDescription: "other words" });
  });

  it("moves an alias by removing it from one version and adding it to another, for what starts from then on", async () => {
    const before = await start(call, "p", { PipelineVersionAlias: "prod" });
    const taken = await update(2, { PipelineVersionAliasOperations: { Add: ["prod"] } });
    expect(taken.body).toMatchObject({
      __type: "ValidationException",
      message: "Alias 'prod' names version 1 already.",
    });
    await update(1, { PipelineVersionAliasOperations: { Remove: ["prod"] } });
    expect((await call("DescribePipeline", { PipelineName: "p", PipelineVersionAlias: "prod" })).body.__type).toBe(
      "ResourceNotFound",
    );
    await update(2, { PipelineVersionAliasOperations: { Add: ["prod", "dev"] } });
    expect([await aliasesOf(1), await aliasesOf(2)]).toEqual([undefined, ["prod", "dev"]]);
    const after = await start(call, "p", { PipelineVersionAlias: "prod" });
    const versionOf = async (PipelineExecutionArn: string) =>
      (await call("DescribePipelineExecution", { PipelineExecutionArn })).body.PipelineVersionId;
    expect([await versionOf(before), await versionOf(after)]).toEqual([1, 2]);
  });

  it.each<[string, object, string]>([
    ["digits alone", { Add: ["12"] }, "not digits alone"],
    ["a sign that none may have", { Add: ["a b"] }, "letters, digits"],
    ["more than ten", { Add: Array.from({ length: 10 }, (_, index) => `a${index}`) }, "10 aliases at most"],
    ["the same added and removed", { Add: ["prod"], Remove: ["prod"] }, "added and removed at once"],
    ["one removed that it has not", { Remove: ["dev"] }, "does not name version 1"],
  ])("refuses %s, and changes nothing", async (_what, PipelineVersionAliasOperations, said) => {
    const { status, body } = await update(1, { PipelineVersionAliasOperations, PipelineVersionDisplayName: "x" });
    expect(status).toBe(400);
    expect(String(body.message ?? body.Message)).toContain(said);
    expect(await aliasesOf(1)).toEqual(["prod"]);
    const described = await call("DescribePipeline", { PipelineName: "p", PipelineVersionId: 1 });
    expect(described.body).not.toHaveProperty("PipelineVersionDisplayName");
  });

  it("refuses a version, a pipeline and a name that there are not", async () => {
    expect((await update(3, {})).body.__type).toBe("ResourceNotFound");
    expect(
      (await call("UpdatePipelineVersion", { PipelineArn: `${PipelineArn}x`, PipelineVersionId: 1 })).body.__type,
    ).toBe("ResourceNotFound");
    expect((await call("UpdatePipelineVersion", { PipelineArn })).body.__type).toBe("ValidationException");
    expect((await update(1, { PipelineVersionDisplayName: "not a name!" })).body.__type).toBe("ValidationException");
  });
});

describe("executions of a version", () => {
  it("are listed by the alias that the version has now", async () => {
    const first = await start(call, "p", { PipelineVersionAlias: "prod" });
    await start(call, "p");
    const listed = async (more: object) =>
      (await call("ListPipelineExecutions", { PipelineName: "p", ...more })).body.PipelineExecutionSummaries;
    expect(await listed({})).toHaveLength(2);
    expect(await listed({ PipelineVersionAlias: "prod" })).toMatchObject([{ PipelineExecutionArn: first }]);
    const unknown = await call("ListPipelineExecutions", { PipelineName: "p", PipelineVersionAlias: "dev" });
    expect(unknown.body.__type).toBe("ResourceNotFound");
  });
});
