import { expect, it } from "vitest";
import { begin, create, lambda, regionAt, start } from "../testing/regionCalls";

it("an execution gets other names, and the failures that it was started with stay asked for", async () => {
  const clock = { now: begin };
  const { call } = regionAt(clock);
  await create(call, "p");
  const PipelineExecutionArn = await start(call, "p", { PipelineExecutionDescription: "stepwire:fail=A" });
  clock.now += 100;
  const names = { PipelineExecutionDisplayName: "June-run", PipelineExecutionDescription: "the run of June" };
  expect((await call("UpdatePipelineExecution", { PipelineExecutionArn, ...names })).body).toEqual({
    PipelineExecutionArn,
  });
  clock.now += 5000;
  const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn });
  expect(body).toMatchObject({ ...names, PipelineExecutionStatus: "Failed" });
  clock.now += 1000;
  await call("UpdatePipelineExecution", { PipelineExecutionArn, PipelineExecutionDescription: "" });
  const later = await call("DescribePipelineExecution", { PipelineExecutionArn });
  expect(later.body).toMatchObject({
    PipelineExecutionDisplayName: "June-run",
    PipelineExecutionDescription: "",
    LastModifiedTime: clock.now / 1000,
  });
});

it("an execution's limit of steps at a time is changed while it runs, from then on", async () => {
  const clock = { now: begin };
  const { call } = regionAt(clock);
  const steps = ["A", "B", "C", "D"].map((name) => lambda(name));
  await create(call, "p", steps, { ParallelismConfiguration: { MaxParallelExecutionSteps: 1 } });
  const PipelineExecutionArn = await start(call, "p");
  const begun = async () => {
    const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn, SortOrder: "Ascending" });
    return (body.PipelineExecutionSteps as { StepName: string; StartTime: number }[]).map(({ StepName, StartTime }) => [
      StepName,
      Math.round(StartTime * 1000 - begin),
    ]);
  };
  clock.now += 100;
  const ParallelismConfiguration = { MaxParallelExecutionSteps: 3 };
  await call("UpdatePipelineExecution", { PipelineExecutionArn, ParallelismConfiguration });
  expect(await begun()).toEqual([
    ["A", 0],
    ["B", 100],
    ["C", 100],
  ]);
  clock.now += 2000;
  expect((await begun()).at(-1)).toEqual(["D", 500]);
  const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn });
  expect(body).toMatchObject({ PipelineExecutionStatus: "Succeeded", ParallelismConfiguration });
});

it("an execution that there is not, and a name that is none, are refused", async () => {
  const { call } = regionAt({ now: begin });
  await create(call, "p");
  const PipelineExecutionArn = await start(call, "p");
  const refused = (input: object) => call("UpdatePipelineExecution", input).then(({ body }) => body.__type);
  expect(await refused({ PipelineExecutionArn: `${PipelineExecutionArn}x` })).toBe("ResourceNotFound");
  expect(await refused({ PipelineExecutionArn, PipelineExecutionDisplayName: "no name!" })).toBe("ValidationException");
  expect(await refused({ PipelineExecutionArn, ParallelismConfiguration: { MaxParallelExecutionSteps: 0 } })).toBe(
    "ValidationException",
  );
});
