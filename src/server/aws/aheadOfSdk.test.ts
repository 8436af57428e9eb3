import { afterEach, beforeEach, expect, it } from "vitest";
import { createLocalRegion, type LocalRegion } from "../../local-region";
import { begin, caller, create, definitionOf, lambda } from "../../testing/regionCalls";
import { localClients } from "./clients";

let now: number;
let region: LocalRegion;
beforeEach(() => {
  now = begin;
  region = createLocalRegion({ now: () => now });
});
afterEach(() => region.close());

/** Members that the SDK's types do not have. */
const ahead = <T>(input: T, more: object): T => ({ ...input, ...more });

it("aliases go out with requests, and come back in answers, over a client that does not know them", async () => {
  const { read, write } = localClients(region);
  const made = {
    PipelineName: "p",
    RoleArn: "arn:aws:iam::111122223333:role/StepwireLocal",
    ClientRequestToken: "t".repeat(36),
  };
  await write.createPipeline(
    ahead({ ...made, PipelineDefinition: definitionOf([lambda("A")]) }, { PipelineVersionAliases: ["prod"] }),
  );
  await write.updatePipeline({ PipelineName: "p", PipelineDefinition: definitionOf([lambda("B")]) });
  const described = await read.describePipeline(ahead({ PipelineName: "p" }, { PipelineVersionAlias: "prod" }));
  expect(described).toMatchObject({
    PipelineVersionAliases: ["prod"],
    PipelineDefinition: definitionOf([lambda("A")]),
  });
  expect(described.CreationTime).toBeInstanceOf(Date);
  const versions = await read.listPipelineVersions({ PipelineName: "p", SortOrder: "Ascending" });
  expect(versions.PipelineVersionSummaries?.[0]).toMatchObject({ PipelineVersionAliases: ["prod"] });
  const PipelineVersionAliasOperations = { Remove: ["prod"] };
  const { PipelineArn } = described;
  await write.updatePipelineVersion(ahead({ PipelineArn, PipelineVersionId: 1 }, { PipelineVersionAliasOperations }));
  expect(await read.describePipeline({ PipelineName: "p", PipelineVersionId: 1 })).not.toHaveProperty(
    "PipelineVersionAliases",
  );
});

it("a loop's counts and its iterations come back", async () => {
  const { read, write } = localClients(region);
  const Arguments = { IterableItems: ["a"], MaxConcurrency: 1, ForEachBody: [lambda("Body")] };
  await create(caller(region), "p", [{ Name: "Loop", Type: "ForEach", Arguments }]);
  const { PipelineExecutionArn } = await write.startPipelineExecution({
    PipelineName: "p",
    ClientRequestToken: "s".repeat(36),
  });
  now += 10_000;
  const { PipelineExecutionSteps = [] } = await read.listPipelineExecutionSteps({
    PipelineExecutionArn,
    SortOrder: "Ascending",
  });
  expect(PipelineExecutionSteps).toMatchObject([
    { StepName: "Loop", Metadata: { ForEach: { SucceededStepCount: 1 } } },
    { StepName: "Body-0", IterationContext: { ParentStepName: "Loop", Index: 0, Item: "a" } },
  ]);
});
