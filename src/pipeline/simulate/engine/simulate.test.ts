import { describe, expect, it } from "vitest";
import { corpus } from "../../../testing/fixtures";
import { definitionOf } from "../../../testing/load";
import type { ObjectValue, Value } from "../../definition/value";
import { sampleContext } from "../../steps/runs/values/names";
import { declaredParameters, parameterValues, sampleParameter } from "../values/parameters";
import type { RunInput } from "./run";
import { type SimulatedStep, simulate } from "./simulate";

function run(definition: ObjectValue, more: Partial<RunInput> = {}) {
  const given = new Map(
    declaredParameters(definition)
      .filter(({ defaultValue }) => defaultValue === undefined)
      .map((parameter) => [parameter.name, String(sampleParameter(parameter))]),
  );
  const { values, refusals } = parameterValues(definition, given);
  expect(refusals).toEqual([]);
  return simulate(definition, { parameters: values, context: sampleContext("p"), ...more });
}

const statuses = (steps: readonly SimulatedStep[]) =>
  Object.fromEntries(steps.map(({ name, status }) => [name, status]));

const lambda = (Name: string, more: Readonly<Record<string, Value>> = {}): ObjectValue => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:f",
  OutputParameters: [],
  ...more,
});
const pipeline = (...Steps: readonly Value[]): ObjectValue => ({ Version: "2020-12-01", Steps });

/** Steps that the service would fail too: they read a member of an item that is a plain text or a number. */
const failsHonestly: Readonly<Record<string, readonly string[]>> = {
  "for-each-list.json": ["CleanAll", "CleanOne-3"],
  "for-each-region.json": ["EachRegion", "NoteRegion-0", "NoteRegion-1", "NoteRegion-2"],
};

describe("every definition of the corpus", () => {
  it.each(corpus())("$name runs to an end, and no step fails but for a Fail step", ({ file, text }) => {
    const { status, steps } = run(definitionOf(text));
    const wrong = steps.filter(({ status, type }) => status === "Failed" && type !== "Fail");
    expect(wrong.map(({ name }) => name)).toEqual(failsHonestly[file] ?? []);
    expect(["Succeeded", "Failed"]).toContain(status);
    for (const { name, type, status, why } of steps) {
      const told = status === "NotRun" || (type === "Condition" && status === "Succeeded");
      expect([name, why]).toEqual([name, told ? expect.any(String) : null]);
    }
  });
});

describe("the reference scenario", () => {
  it("passes the Lambda's train_path on to Training, and Training's artifacts to Model", () => {
    const definition = pipeline(
      lambda("Preprocess", { OutputParameters: [{ OutputName: "train_path", OutputType: "String" }] }),
      {
        Name: "Train",
        Type: "Training",
        Arguments: {
          OutputDataConfig: { S3OutputPath: "s3://my-bucket/models" },
          InputDataConfig: [{ S3Uri: { Get: "Steps.Preprocess.OutputParameters['train_path']" } }],
        },
      },
      {
        Name: "CreateModel",
        Type: "Model",
        Arguments: { PrimaryContainer: { ModelDataUrl: { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" } } },
      },
    );
    const { status, steps } = run(definition, {
      samples: new Map([["Preprocess", { train_path: "s3://my-bucket/churn/train.csv" }]]),
    });
    expect(status).toBe("Succeeded");
    const [first, second, third] = steps;
    expect(first?.outputs.get("OutputParameters.train_path")).toBe("s3://my-bucket/churn/train.csv");
    expect(second?.request).toMatchObject({ InputDataConfig: [{ S3Uri: "s3://my-bucket/churn/train.csv" }] });
    const artifacts = second?.outputs.get("ModelArtifacts.S3ModelArtifacts");
    expect(artifacts).toMatch(
      /^s3:\/\/my-bucket\/models\/pipelines-sample000000-Train-[A-Za-z0-9]{10}\/output\/model\.tar\.gz$/,
    );
    expect(third?.request).toEqual({ PrimaryContainer: { ModelDataUrl: artifacts } });
    expect(second?.outputs.get("TrainingJobArn")).toMatch(/^arn:aws:sagemaker:us-east-1:111122223333:training-job\//);
  });
});

describe("an execution", () => {
  const gate = (rule: Value, more: Readonly<Record<string, Value>> = {}): ObjectValue => ({
    Name: "Gate",
    Type: "Condition",
    Arguments: { Conditions: [rule], IfSteps: [lambda("Yes")], ElseSteps: [lambda("No")] },
    ...more,
  });

  it("runs the branch that the condition takes, and tells why the other did not run", () => {
    const { steps } = run(pipeline(gate({ Type: "Equals", LeftValue: 1, RightValue: 2 })));
    expect(statuses(steps)).toEqual({ Gate: "Succeeded", Yes: "NotRun", No: "Succeeded" });
    expect(steps.map(({ outcome, why }) => [outcome, why])).toEqual([
      [false, "1 = 2 is false."],
      [null, "Gate took the other branch."],
      [null, null],
    ]);
  });

  it("fails a condition whose operands do not compare, and runs neither branch", () => {
    const { status, steps } = run(pipeline(gate({ Type: "Equals", LeftValue: 1, RightValue: "1" })));
    expect(statuses(steps)).toEqual({ Gate: "Failed", Yes: "NotRun", No: "NotRun" });
    expect(status).toBe("Failed");
    expect(steps[0]?.failureReason).toBe("ClientError: A number cannot be compared with a string.");
  });

  it("meets a threshold at its default with a sample, and misses one that is set too high", () => {
    const rows = lambda("Prep", { OutputParameters: [{ OutputName: "rows", OutputType: "Integer" }] });
    const rule = {
      Type: "GreaterThan",
      LeftValue: { Get: "Steps.Prep.OutputParameters['rows']" },
      RightValue: { Get: "Parameters.Least" },
    };
    const definition = { Parameters: [{ Name: "Least", Type: "Integer", DefaultValue: 7 }], Steps: [rows, gate(rule)] };
    const outcomeWith = (least: number) => {
      return run(definition, { parameters: new Map([["Least", least]]) }).steps.find(({ key }) => key === "Gate")
        ?.outcome;
    };
    expect(outcomeWith(7)).toBe(true);
    expect(outcomeWith(1_000_000)).toBe(false);
  });

  it("lets a step that reads the Outcome run whichever branch is taken", () => {
    const tell = lambda("Tell", {
      Arguments: { said: { "Std:Join": { On: "", Values: [{ Get: "Steps.Gate.Outcome" }] } } },
    });
    const { steps } = run(pipeline(gate({ Type: "Equals", LeftValue: 1, RightValue: 2 }), tell));
    expect(steps.find(({ name }) => name === "Tell")?.request).toEqual({ said: "false" });
  });

  it("ends Failed when a step fails, runs what does not wait for it, and leaves out what does", () => {
    const definition = pipeline(lambda("A"), lambda("B", { DependsOn: ["A"] }), lambda("C"));
    const { status, steps } = run(definition, { failures: new Set(["A"]) });
    expect(status).toBe("Failed");
    expect(statuses(steps)).toEqual({ A: "Failed", B: "NotRun", C: "Succeeded" });
    expect(steps[1]?.why).toBe("A failed.");
  });

  it.each([
    ["Failed", ["A"], "Succeeded", "CompletedWithFailures"],
    ["Failed", [], "NotRun", "Succeeded"],
    ["Any", ["A"], "Succeeded", "CompletedWithFailures"],
    ["Any", [], "Succeeded", "Succeeded"],
    ["Completed", ["A"], "NotRun", "Failed"],
    ["Stopped", ["A"], "NotRun", "Failed"],
  ])(
    "with trigger %s after a step of which %j fails: the dependant %s, the execution %s",
    (Trigger, failing, after, end) => {
      const definition = pipeline(lambda("A"), lambda("B", { DependsOn: [{ Step: "A", Trigger }] }));
      const { status, steps } = run(definition, { failures: new Set(failing) });
      expect([steps[1]?.status, status]).toEqual([after, end]);
    },
  );

  it("ends Failed at a Fail step with its message, and starts nothing more", () => {
    const stop = {
      Name: "Stop",
      Type: "Fail",
      Arguments: { ErrorMessage: { "Std:Join": { On: " ", Values: ["MSE >", 6] } } },
    };
    const { status, steps } = run(pipeline(stop, lambda("A"), lambda("B", { DependsOn: ["A"] })));
    expect(status).toBe("Failed");
    expect(steps[0]).toMatchObject({ status: "Failed", failureReason: "MSE > 6" });
    expect(statuses(steps)).toEqual({ Stop: "Failed", A: "Succeeded", B: "NotRun" });
  });

  it("fails where steps wait for each other in a circle, and says which, also of what waits for them", () => {
    const reads = { x: { Get: "Steps.Yes.OutputParameters['rows']" } };
    const rule = { Type: "Equals", LeftValue: { Get: "Steps.Yes.OutputParameters['rows']" }, RightValue: 1 };
    const definition = pipeline(lambda("First"), gate(rule), lambda("Last", { Arguments: reads }));
    const { status, steps } = run(definition);
    expect(status).toBe("Failed");
    expect(Object.fromEntries(steps.map(({ name, why }) => [name, why]))).toEqual({
      First: null,
      Gate: "It cannot start: Gate → Yes → Gate wait for each other.",
      Yes: "It cannot start: Gate → Yes → Gate wait for each other.",
      No: "Gate did not run.",
      Last: "Yes did not run.",
    });
    const itself = run(pipeline(lambda("A", { DependsOn: ["A"] })));
    expect([itself.status, itself.steps[0]?.why]).toEqual(["Failed", "It cannot start: it waits for itself."]);
  });

  it("fails a step that reads an output which is not declared", () => {
    const definition = pipeline(
      lambda("A"),
      lambda("B", { Arguments: { x: { Get: "Steps.A.OutputParameters['nope']" } } }),
    );
    expect(run(definition).steps[1]).toMatchObject({
      status: "Failed",
      failureReason: expect.stringContaining("Step A has no output OutputParameters['nope']."),
      unresolved: [{ path: ["Arguments", "x"] }],
    });
  });

  it("gives the same names and values every time, and others to another execution", () => {
    const definition = pipeline({ Name: "Train", Type: "Training", Arguments: {} });
    const first = run(definition).steps[0]?.outputs.get("TrainingJobName");
    expect(run(definition).steps[0]?.outputs.get("TrainingJobName")).toBe(first);
    const context = { ...sampleContext("p"), executionId: "other0000000" };
    expect(run(definition, { context }).steps[0]?.outputs.get("TrainingJobName")).not.toBe(first);
  });
});

describe("a ForEach", () => {
  const score = lambda("Score", {
    Arguments: { region: { Get: "ForEach.CurrentItem" } },
    OutputParameters: [{ OutputName: "auc", OutputType: "Float" }],
  });
  const note = lambda("Note", { Arguments: { auc: { Get: "Steps.Score.OutputParameters['auc']" } } });
  const each = (more: Readonly<Record<string, Value>> = {}): ObjectValue => ({
    Name: "Each",
    Type: "ForEach",
    Arguments: { IterableItems: '["eu","us"]', MaxConcurrency: 1, ForEachBody: [score, note], ...more },
  });
  const best = lambda("Best", {
    Arguments: {
      auc: { Get: "Steps.Each.Selected.OutputParameters['auc']" },
      first: { Get: "Steps.Each.IterationOutputs[0].Score.OutputParameters['auc']" },
      count: { Get: "Steps.Each.InputItemCount" },
    },
  });
  const Selector = { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.OutputParameters['auc']" } };

  it("runs its body once an item, and passes on the selected iteration", () => {
    const { status, steps } = run(pipeline(each({ Selector }), best));
    expect(status).toBe("Succeeded");
    expect(steps.map(({ name }) => name)).toEqual(["Each", "Score-0", "Score-1", "Note-0", "Note-1", "Best"]);
    const requests = Object.fromEntries(steps.map(({ name, request }) => [name, request]));
    expect(requests["Score-1"]).toEqual({ region: "us" });
    expect(requests["Note-1"]).toEqual({ auc: 0.51 });
    expect(requests.Best).toEqual({ auc: 0.51, first: 0.5, count: 2 });
  });

  it("fails when an iteration fails, after the others have ended", () => {
    const { status, steps } = run(pipeline(each()), { failures: new Set(["Score-0"]) });
    expect(status).toBe("Failed");
    expect(statuses(steps)).toMatchObject({
      Each: "Failed",
      "Score-0": "Failed",
      "Score-1": "Succeeded",
      "Note-1": "Succeeded",
    });
    expect(steps[0]?.outputs.get("FailedStepCount")).toBe(1);
  });

  it("fails where its body waits in a circle, and says why", () => {
    const body = [lambda("A", { DependsOn: ["B"] }), lambda("B", { DependsOn: ["A"] })];
    const { status, steps } = run(pipeline(each({ ForEachBody: body })));
    expect(status).toBe("Failed");
    expect(steps.map(({ failureReason, why }) => failureReason ?? why)).toEqual([
      "It never ends: steps of its body wait for each other.",
      "It cannot start: A → B → A wait for each other.",
      "It cannot start: A → B → A wait for each other.",
    ]);
  });

  it("fails on items that are no list", () => {
    const { steps } = run(pipeline(each({ IterableItems: "eu" })));
    expect(steps[0]?.failureReason).toBe("ClientError: IterableItems is not a list of 1 to 100 items.");
  });
});
