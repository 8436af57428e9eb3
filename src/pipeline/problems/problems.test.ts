import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/corpus";
import { definitionOf, documentOf, loadAllModels } from "../../testing/load";
import { checkDefinition, reportedProblem, rules } from ".";
import { nearest } from "./nearest";

const models = await loadAllModels();
const lambda = (Name: string, rest: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn",
  OutputParameters: [{ OutputName: "path", OutputType: "String" }],
  ...rest,
});
const read = (text: string) => ({ Get: text });

/** Each rule: a definition in which it speaks, what it says, and one in which it must not. */
const cases: Readonly<Record<string, { bad: object; says: object; good: object }>> = {
  "step-name-invalid": {
    bad: { Steps: [lambda("my step")] },
    says: {
      step: "my step",
      path: "Name",
      severity: "error",
      message: 'A step\'s name takes letters, digits, "-" and "_"; a space does not fit.',
    },
    good: { Steps: [lambda("my-step_2")] },
  },
  "step-name-duplicate": {
    bad: {
      Steps: [
        lambda("A"),
        {
          Name: "G",
          Type: "Condition",
          Arguments: {
            Conditions: [],
            IfSteps: [lambda("A", { Arguments: { x: read("Steps.G.Outcome") } })],
            ElseSteps: [],
          },
        },
      ],
    },
    says: {
      step: "A#2",
      path: "Name",
      severity: "error",
      message: "Another step is called A already. Rename one of them.",
    },
    good: { Steps: [lambda("A"), lambda("B")] },
  },
  cycle: {
    bad: {
      Steps: [
        lambda("A", { Arguments: { x: read("Steps.C.OutputParameters['path']") } }),
        lambda("B", { DependsOn: ["A"] }),
        lambda("C", { DependsOn: ["B"] }),
      ],
    },
    says: {
      step: "A",
      severity: "error",
      message: "A → B → C → A: these steps wait for each other, so none can start. Remove one of the edges.",
    },
    good: { Steps: [lambda("A"), lambda("B", { DependsOn: ["A"] }), lambda("C", { DependsOn: ["A", "B"] })] },
  },
  "reference-unknown-step": {
    bad: {
      Steps: [
        lambda("Prepare"),
        lambda("B", {
          Arguments: { x: { "Std:Join": { On: "", Values: [read("Steps.Prepar.OutputParameters['path']")] } } },
        }),
      ],
    },
    says: {
      step: "B",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads from Prepar, but there is no step of that name; did you mean Prepare?",
    },
    good: {
      Steps: [
        lambda("Prepare"),
        lambda("B", { Arguments: { x: read("Steps.Prepare.OutputParameters['path']"), y: "Steps.Prepar.path" } }),
      ],
    },
  },
  "reference-undeclared-output": {
    bad: { Steps: [lambda("A"), lambda("B", { Arguments: { x: read("Steps.A.OutputParameters['rows']") } })] },
    says: {
      step: "B",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads rows of A, but A declares no output of that name. Declare it, or read another.",
    },
    good: { Steps: [lambda("A"), lambda("B", { Arguments: { x: read("Steps.A.OutputParameters['path']") } })] },
  },
  "reference-unknown-parameter": {
    bad: {
      Parameters: [{ Name: "Bucket" }],
      PipelineExperimentConfig: { ExperimentName: read("Parameters.Experiment") },
      Steps: [lambda("A", { Arguments: { x: read("Parameters.Bukket") } })],
    },
    says: {
      step: "A",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads the parameter Bukket, which this pipeline does not declare; did you mean Bucket?",
    },
    good: { Parameters: [{ Name: "Bucket" }], Steps: [lambda("A", { Arguments: { x: read("Parameters.Bucket") } })] },
  },
  "required-missing": {
    bad: {
      Steps: [
        {
          Name: "M",
          Type: "Transform",
          Arguments: {
            ModelName: "",
            TransformInput: { DataSource: { S3DataSource: { S3DataType: "S3Prefix" } } },
            TransformOutput: { S3OutputPath: "s3://b" },
            TransformResources: { InstanceType: "ml.m5.large", InstanceCount: 1 },
          },
        },
      ],
    },
    says: { step: "M", path: "Arguments.ModelName", severity: "error", message: "M needs ModelName." },
    good: {
      Steps: [
        {
          Name: "M",
          Type: "Transform",
          Arguments: {
            ModelName: read("Steps.X.ModelName"),
            TransformInput: { DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://b" } } },
            TransformOutput: { S3OutputPath: "s3://b" },
            TransformResources: { InstanceType: "ml.m5.large", InstanceCount: 1 },
          },
        },
      ],
    },
  },
  "step-not-connected": {
    bad: { Steps: [lambda("A"), lambda("B"), lambda("C", { DependsOn: ["B"] })] },
    says: {
      step: "A",
      severity: "warning",
      message: "A is connected to no other step. Wire one of its outputs to a field, or let it wait for a step.",
    },
    good: { Steps: [lambda("A")] },
  },
};

describe("every rule", () => {
  it.each(rules.map(({ code }) => [code]))("%s speaks where it must, and keeps silent where it must not", (code) => {
    const example = cases[code];
    if (example === undefined)
      throw new Error(
        `The rule ${code} needs a case in this file: a definition in which it speaks, and one in which it must not.`,
      );
    const found = checkDefinition(definitionOf(example.bad), models)
      .map(reportedProblem)
      .filter((problem) => problem.code === code);
    expect(found).toContainEqual(expect.objectContaining({ code, ...example.says }));
    expect(checkDefinition(definitionOf(example.good), models).map((problem) => problem.code)).not.toContain(code);
  });

  it("says why, with what a person can do", () => {
    for (const { why } of rules) expect(why.length).toBeGreaterThan(40);
  });
});

describe("problems of the whole", () => {
  it("finds the missing inner field of a structure that is there", () => {
    const definition = definitionOf(cases["required-missing"]?.bad ?? {});
    expect(checkDefinition(definition, models).map(({ message }) => message)).toContain(
      "M needs TransformInput.DataSource.S3DataSource.S3Uri.",
    );
  });

  it("lists a parameter that the experiment's name reads", () => {
    const definition = definitionOf(cases["reference-unknown-parameter"]?.bad ?? {});
    expect(checkDefinition(definition, models)).toContainEqual(
      expect.objectContaining({ step: null, at: ["PipelineExperimentConfig", "ExperimentName"] }),
    );
  });

  it("lists errors before warnings, each in the order of the steps", () => {
    const document = documentOf([
      lambda("Alone"),
      lambda("B", { Arguments: { x: read("Steps.No.A") } }),
      lambda("C", { Arguments: { x: read("Steps.No.A") } }),
    ]);
    expect(checkDefinition(document.definition, models).map(({ severity, step }) => `${severity} ${step}`)).toEqual([
      "error B",
      "error C",
      "warning Alone",
      "warning B",
      "warning C",
    ]);
  });

  it("offers a near name only where it is near", () => {
    expect(nearest("Trian", ["Train", "Evaluate"])).toBe("Train");
    expect(nearest("Something", ["Train", "Evaluate"])).toBeNull();
  });
});

const definitions = corpus();
describe.skipIf(definitions.length === 0)("definitions that SageMaker takes have no error", () => {
  it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
    const errors = checkDefinition(definitionOf(text), models).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
