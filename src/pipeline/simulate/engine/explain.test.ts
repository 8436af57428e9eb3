import { describe, expect, it } from "vitest";
import type { ObjectValue, Value } from "../../definition/value";
import { deriveGraph } from "../../graph/deriveGraph";
import { sampleContext } from "../../steps/runs/values/names";
import { createFlows, inRunOrder } from "./flow";
import { simulate } from "./simulate";

const lambda = (Name: string, more: Readonly<Record<string, Value>> = {}): ObjectValue => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  ...more,
});
const gate = (...Conditions: readonly Value[]): ObjectValue => ({
  Name: "Gate",
  Type: "Condition",
  Arguments: { Conditions, IfSteps: [lambda("Yes")], ElseSteps: [lambda("No")] },
});
const prep = lambda("Prep", { OutputParameters: [{ OutputName: "rows", OutputType: "Integer" }] });
const rows = { Get: "Steps.Prep.OutputParameters['rows']" };
const compare = (Type: string, LeftValue: Value, RightValue: Value) => ({ Type, LeftValue, RightValue });

function run(Steps: readonly Value[], samples: Readonly<Record<string, Value>> = {}) {
  const definition: ObjectValue = { Steps };
  const graph = deriveGraph(definition);
  const kept = new Map(Object.entries(samples));
  const simulation = simulate(definition, { parameters: new Map(), context: sampleContext("p"), samples: kept });
  return { graph, simulation, step: (name: string) => simulation.steps.find((step) => step.name === name) };
}

describe("a condition says why it came out so", () => {
  const whyOf = (...conditions: readonly Value[]) =>
    run([prep, gate(...conditions)], { Prep: { rows: 5 } }).step("Gate")?.why;

  it("by each comparison with its two values", () => {
    expect(whyOf(compare("GreaterThan", rows, 3), compare("LessThan", rows, 10))).toBe(
      "Prep rows (5) > 3 is true. Prep rows (5) < 10 is true.",
    );
  });

  it("and which were not looked at, because an earlier one decided", () => {
    expect(whyOf(compare("Equals", rows, 3), compare("Equals", "a", "a"))).toBe(
      'Prep rows (5) = 3 is false. "a" = "a" was not looked at.',
    );
  });

  it("inside Or and Not too", () => {
    const or = {
      Type: "Or",
      Conditions: [compare("Equals", rows, 4), { Type: "In", QueryValue: rows, Values: [5, 6] }],
    };
    expect(whyOf({ Type: "Not", Condition: or })).toBe("Prep rows (5) = 4 is false. Prep rows (5) in [5,6] is true.");
  });

  it("and where two values do not compare", () => {
    expect(whyOf({ Type: "Not", Condition: compare("Equals", rows, "5") })).toBe(
      'Prep rows (5) = "5": A number cannot be compared with a string.',
    );
  });
});

describe("a step that does not run says why", () => {
  const failing = { A: { fails: true } };
  const waiting = (Trigger: string) => lambda("B", { DependsOn: [{ Step: "A", Trigger }] });

  it.each([
    ["Completed", failing, "A failed."],
    ["Failed", {}, "It runs when A fails, and A succeeded."],
    ["Stopped", failing, "It runs when A is stopped, and A failed."],
  ])("with trigger %s", (trigger, samples, why) => {
    expect(run([lambda("A"), waiting(trigger)], samples).step("B")?.why).toBe(why);
  });

  it("but runs on a failure, and reads the name of the job that failed", () => {
    const alarm = lambda("Alarm", {
      Arguments: { job: { Get: "Steps.Train.TrainingJobName" }, why: { Get: "Steps.Train.FailureReason" } },
      DependsOn: [{ Step: "Train", Trigger: "Failed" }],
    });
    const train = { Name: "Train", Type: "Training", Arguments: {} };
    const { simulation, step } = run([train, alarm], { Train: { fails: "Out of memory" } });
    expect(simulation.status).toBe("CompletedWithFailures");
    expect(step("Alarm")?.request).toEqual({
      job: expect.stringMatching(/^pipelines-sample000000-Train-/),
      why: "Out of memory",
    });
    expect(step("Train")?.outputs.get("TrainingJobStatus")).toBe("Failed");
    expect(step("Train")?.outputs.has("ModelArtifacts.S3ModelArtifacts")).toBe(false);
  });

  it("when it waits for one that did not run", () => {
    const steps = [lambda("A"), waiting("Completed"), lambda("C", { DependsOn: ["B"] })];
    expect(run(steps, failing).step("C")?.why).toBe("B did not run.");
  });
});

describe("samples", () => {
  it("of outputs that are places in S3, by their name or by who reads them, are such places", () => {
    const outputs = ["train_path", "shard", "note"].map((OutputName) => ({ OutputName, OutputType: "String" }));
    const train = {
      Name: "Train",
      Type: "Training",
      Arguments: { InputDataConfig: [{ S3Uri: { Get: "Steps.Prep.OutputParameters['shard']" } }] },
    };
    const { step } = run([lambda("Prep", { OutputParameters: outputs }), train]);
    expect([...(step("Prep")?.outputs.values() ?? [])]).toEqual([
      "s3://sagemaker-us-east-1-111122223333/Prep/train",
      "s3://sagemaker-us-east-1-111122223333/Prep/shard",
      "sample-note",
    ]);
  });

  it("given by the output's path, by its bare name, or shaped like the response, are what readers get", () => {
    const read = lambda("Read", { Arguments: { rows } });
    const forms: readonly Value[] = [
      { outputs: { "OutputParameters.rows": 9 } },
      { "OutputParameters['rows']": 9 },
      { rows: 9 },
      { OutputParameters: { rows: 9 } },
    ];
    for (const sample of forms) {
      expect(run([prep, read], { Prep: sample }).step("Read")?.request).toEqual({ rows: 9 });
    }
  });

  it("of a property file are the document that JsonGet reads", () => {
    const evaluate = { Name: "Eval", Type: "Processing", Arguments: {}, PropertyFiles: [] };
    const mse = { "Std:JsonGet": { PropertyFile: { Get: "Steps.Eval.PropertyFiles.Report" }, Path: "mse.value" } };
    const { step } = run([evaluate, lambda("Read", { Arguments: { mse } })], {
      Eval: { propertyFiles: { Report: { mse: { value: 4.5 } } } },
    });
    expect(step("Read")?.request).toEqual({ mse: 4.5 });
  });

  it("of a job's property reach the step that reads it", () => {
    const train = { Name: "Train", Type: "Training", Arguments: {} };
    const read = lambda("Read", { Arguments: { uri: { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } });
    const { step } = run([train, read], { Train: { outputs: { "ModelArtifacts.S3ModelArtifacts": "s3://mine" } } });
    expect(step("Read")?.request).toEqual({ uri: "s3://mine" });
    expect(step("Train")?.outputs.get("ModelArtifacts.S3ModelArtifacts")).toBe("s3://mine");
  });

  it("let an iteration have values of its own, and the Selector picks by them", () => {
    const score = lambda("Score", { OutputParameters: [{ OutputName: "auc", OutputType: "Float" }] });
    const each = {
      Name: "Each",
      Type: "ForEach",
      Arguments: {
        IterableItems: ["eu", "us"],
        MaxConcurrency: 2,
        Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.OutputParameters['auc']" } },
        ForEachBody: [score],
      },
    };
    const best = lambda("Best", { Arguments: { auc: { Get: "Steps.Each.Selected.OutputParameters['auc']" } } });
    const samples = { Score: { outputs: { auc: 0.7 }, iterations: { "0": { outputs: { auc: 0.9 } } } } };
    const { step } = run([each, best], samples);
    expect(step("Score-1")?.outputs.get("OutputParameters.auc")).toBe(0.7);
    expect(step("Best")?.request).toEqual({ auc: 0.9 });
    expect(step("Score-1")?.iteration).toEqual({ index: 1, item: "us" });
  });

  it("that fail a step with an error let its retry policies try again", () => {
    const train = {
      Name: "Train",
      Type: "Training",
      Arguments: {},
      RetryPolicies: [{ ExceptionType: ["SageMaker.CAPACITY_ERROR"], MaxAttempts: 2, IntervalSeconds: 1 }],
    };
    const fails = (attempts: number) => ({ Train: { fails: { exception: "SageMaker.CAPACITY_ERROR", attempts } } });
    expect(run([train], fails(2)).step("Train")).toMatchObject({
      status: "Succeeded",
      why: "SageMaker.CAPACITY_ERROR: retried 2 times, after 1 s, 2 s.",
    });
    expect(run([train], fails(3)).step("Train")).toMatchObject({
      status: "Failed",
      failureReason: "SageMaker.CAPACITY_ERROR",
    });
  });
});

describe("the order of a run", () => {
  it("holds a loop to its concurrency", () => {
    const each = (MaxConcurrency: number) => ({
      Name: "Each",
      Type: "ForEach",
      Arguments: { IterableItems: ["a", "b", "c"], MaxConcurrency, ForEachBody: [lambda("Body")] },
    });
    const roundsWith = (limit: number) => {
      const { simulation } = run([each(limit)]);
      return simulation.steps.filter(({ key }) => key === "Body").map(({ round }) => round);
    };
    expect(roundsWith(1)).toEqual([1, 2, 3]);
    expect(roundsWith(2)).toEqual([1, 1, 2]);
    expect(roundsWith(3)).toEqual([1, 1, 1]);
  });

  it("puts steps where they run, and one that does not run behind what it waited for", () => {
    const steps = [
      lambda("Last", { DependsOn: ["Middle"] }),
      lambda("Middle", { DependsOn: ["First"] }),
      lambda("Never", { DependsOn: [{ Step: "First", Trigger: "Failed" }] }),
      lambda("First"),
    ];
    const { simulation, graph } = run(steps);
    expect(inRunOrder(simulation, graph).map(({ name }) => name)).toEqual(["First", "Middle", "Never", "Last"]);
  });

  it("ends for steps that wait for each other", () => {
    const { simulation, graph } = run([lambda("A", { DependsOn: ["B"] }), lambda("B", { DependsOn: ["A"] })]);
    expect(inRunOrder(simulation, graph).map(({ status }) => status)).toEqual(["NotRun", "NotRun"]);
  });
});

describe("what flows along an edge", () => {
  it("is the value of the output, for a property file what stands at the JSON path", () => {
    const evaluate = { Name: "Eval", Type: "Processing", Arguments: {} };
    const mse = { "Std:JsonGet": { PropertyFile: { Get: "Steps.Eval.PropertyFiles.Report" }, Path: "mse.value" } };
    const { simulation, graph } = run(
      [prep, evaluate, gate(compare("LessThan", mse, 6)), lambda("Read", { Arguments: { rows } })],
      {
        Prep: { rows: 5 },
        Eval: { propertyFiles: { Report: { mse: { value: 4.5 } } } },
      },
    );
    const flowOf = createFlows(
      simulation.steps.filter(({ status }) => status !== "NotRun"),
      graph,
    );
    const flows = graph.edges.map((edge) => [
      `${edge.from} → ${edge.to}`,
      edge.reasons.map((reason) => flowOf(edge, reason)),
    ]);
    expect(Object.fromEntries(flows)).toEqual({
      "Eval → Gate": [{ flows: true, values: [4.5] }],
      "Gate → Yes": [{ flows: true, values: [] }],
      "Gate → No": [{ flows: false, values: [] }],
      "Prep → Read": [{ flows: true, values: [5] }],
    });
  });
});
