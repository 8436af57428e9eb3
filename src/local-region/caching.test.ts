import { beforeEach, describe, expect, it } from "vitest";
import { begin, type Call, create, definitionOf, regionAt, start } from "../testing/regionCalls";

const processing = (more: object = {}, CacheConfig: object = { Enabled: true, ExpireAfter: "PT1H" }) => ({
  Name: "Prep",
  Type: "Processing",
  Arguments: {
    AppSpecification: { ImageUri: { Get: "Parameters.Image" } },
    ProcessingResources: { ClusterConfig: { InstanceCount: 1 } },
    ...more,
  },
  CacheConfig,
});
const parameters = [{ Name: "Image", Type: "String", DefaultValue: "one" }];

const clock = { now: begin };
let call: Call;
beforeEach(() => {
  clock.now = begin;
  call = regionAt(clock).call;
});

interface Listed {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly StepStatus: string;
  readonly CacheHitResult?: { readonly SourcePipelineExecutionArn: string };
  readonly Metadata: { readonly ProcessingJob: { readonly Arn: string } };
}
const made = (step: object) => create(call, "p", [], { PipelineDefinition: definitionOf([step], parameters) });

/** Runs it to its end: its execution, and its first step. */
async function run(more: object = {}): Promise<readonly [arn: string, step: Listed]> {
  const arn = await start(call, "p", more);
  clock.now += 10_000;
  const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn: arn });
  return [arn, (body.PipelineExecutionSteps as Listed[])[0] as Listed];
}
const source = (step: Listed) => step.CacheHitResult?.SourcePipelineExecutionArn;

describe("caching", () => {
  it("takes over the job and the outputs of the earlier run, in less time, and says whose they are", async () => {
    await made(processing());
    const [first, ran] = await run();
    expect(ran).not.toHaveProperty("CacheHitResult");
    const [, hit] = await run();
    expect(hit).toMatchObject({ StepStatus: "Succeeded", Metadata: ran.Metadata });
    expect(source(hit)).toBe(first);
    expect(hit.EndTime - hit.StartTime).toBeLessThan(ran.EndTime - ran.StartTime);
    // A hit is no run: the one after it names the run too.
    expect(source((await run())[1])).toBe(first);
  });

  it("looks at what the type is cached by, and at nothing else", async () => {
    await made(processing());
    await run();
    const changed = { ProcessingResources: { ClusterConfig: { InstanceCount: 9 } } };
    const PipelineDefinition = definitionOf([processing(changed)], parameters);
    await call("UpdatePipeline", { PipelineName: "p", PipelineDefinition });
    expect(source((await run())[1])).toBeDefined();
    const other = { PipelineParameters: [{ Name: "Image", Value: "two" }] };
    expect(source((await run(other))[1])).toBeUndefined();
    const [, again] = await run(other);
    expect(source(again)).toBeDefined();
  });

  it("expires, counted from the run and not from a hit", async () => {
    await made(processing());
    await run();
    clock.now += 40 * 60_000;
    expect(source((await run())[1])).toBeDefined();
    clock.now += 40 * 60_000;
    expect(source((await run())[1])).toBeUndefined();
  });

  it.each([
    ["p30d", 29 * 24, 31 * 24],
    ["T16m", 0.2, 0.3],
    ["30dT5h", 30 * 24 + 4, 30 * 24 + 6],
    ["P1W", 6 * 24, 8 * 24],
  ])("reads the duration %s as the guide writes it", async (ExpireAfter, within, beyond) => {
    await made(processing({}, { Enabled: true, ExpireAfter }));
    await run();
    const ended = clock.now;
    clock.now = ended + within * 3_600_000;
    expect(source((await run())[1])).toBeDefined();
    clock.now = ended + beyond * 3_600_000;
    expect(source((await run())[1])).toBeUndefined();
  });

  it("takes over nothing that failed, nothing without its being enabled, nothing of another pipeline", async () => {
    await made(processing());
    await run({ PipelineExecutionDescription: "stepwire:fail=Prep" });
    expect(source((await run())[1])).toBeUndefined();
    await create(call, "q", [], { PipelineDefinition: definitionOf([processing()], parameters) });
    const arn = await start(call, "q");
    clock.now += 10_000;
    const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn: arn });
    expect(source((body.PipelineExecutionSteps as Listed[])[0] as Listed)).toBeUndefined();
    const PipelineDefinition = definitionOf([processing({}, { Enabled: false, ExpireAfter: "P1D" })], parameters);
    await call("UpdatePipeline", { PipelineName: "p", PipelineDefinition });
    expect(source((await run())[1])).toBeUndefined();
  });

  it("is asked for in vain by a type that has none", async () => {
    const model = { Name: "M", Type: "Model", Arguments: {}, CacheConfig: { Enabled: true, ExpireAfter: "P1D" } };
    await made(model);
    await run();
    expect(source((await run())[1])).toBeUndefined();
  });
});
