import { condition, equal, lambda, model, pipeline, processing, read, training } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const bucket = [{ Name: "Bucket", Type: "String", DefaultValue: "b" }];
const report = { PropertyFiles: [{ PropertyFileName: "Report", OutputName: "report", FilePath: "r.json" }] };
const jsonGet = (get: string) => ({ "Std:JsonGet": { PropertyFile: read(get), Path: "mse" } });
const lessThan = (LeftValue: unknown) => ({ Type: "LessThan", LeftValue, RightValue: 6 });
const s3Json = (S3Uri: unknown) => ({ "Std:JsonGet": { S3Uri, Path: "mse" } });
const join = (...Values: unknown[]) => ({ "Std:Join": { On: "/", Values } });
const s3Uri = "Steps[1].Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri";
const config = (args: object) => ({
  Name: "Config",
  Type: "EndpointConfig",
  Arguments: {
    EndpointConfigName: "c",
    ProductionVariants: [{ VariantName: "v", ModelName: "m", InitialInstanceCount: 1, InstanceType: "ml.m5.large" }],
    ...args,
  },
});
const endpoint = (EndpointConfigName: unknown) => ({
  Name: "E",
  Type: "Endpoint",
  Arguments: { EndpointName: "e", EndpointConfigName },
});
const trainPath = { OutputParameters: [{ OutputName: "train_path", OutputType: "String" }] };

const folder = "Steps.P.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri";
const tuning = {
  Name: "Tune",
  Type: "Tuning",
  Arguments: {
    HyperParameterTuningJobConfig: {
      Strategy: "Bayesian",
      ResourceLimits: { MaxNumberOfTrainingJobs: 4, MaxParallelTrainingJobs: 2 },
    },
  },
};
const writes = (OutputName: string) => ({
  OutputName,
  S3Output: { S3Uri: `s3://b/${OutputName}`, LocalPath: `/opt/ml/processing/${OutputName}`, S3UploadMode: "EndOfJob" },
});
const split = processing("Split", { ProcessingOutputConfig: { Outputs: [writes("test"), writes("test_small")] } });

export const cases: RuleCases = {
  "reference-malformed": {
    bad: pipeline([lambda("A", { Arguments: { x: read("Parameter.Bucket") } })], bucket),
    good: pipeline([lambda("A", { Arguments: { x: read("Parameters.Bucket"), y: "Parameter.Bucket" } })], bucket),
    says: {
      step: "A",
      path: "Arguments.x",
      severity: "error",
      message: '"Parameter.Bucket" in A is no reference. Did you mean Parameters.Bucket?',
    },
    fixes: { "Read Parameters.Bucket": { "Steps[0].Arguments.x": read("Parameters.Bucket") } },
  },
  "reference-unknown-step": {
    bad: pipeline([
      lambda("Prepare"),
      lambda("B", {
        Arguments: { x: { "Std:Join": { On: "", Values: [read("Steps.Prepar.OutputParameters['path']")] } } },
      }),
    ]),
    good: pipeline([
      lambda("Prepare"),
      lambda("B", { Arguments: { x: read("Steps.Prepare.OutputParameters['path']"), y: "Steps.Prepar.path" } }),
    ]),
    says: {
      step: "B",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads from Prepar, but there is no step of that name; did you mean Prepare?",
    },
    fixes: {
      "Read from Prepare": {
        "Steps[1].Arguments.x": { "Std:Join": { On: "", Values: [read("Steps.Prepare.OutputParameters['path']")] } },
      },
    },
  },
  "reference-undeclared-output": {
    bad: pipeline([lambda("A"), lambda("B", { Arguments: { x: read("Steps.A.OutputParameters['rows']") } })]),
    good: pipeline([lambda("A"), lambda("B", { Arguments: { x: read("Steps.A.OutputParameters['path']") } })]),
    says: {
      step: "B",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads rows of A, but A declares no output of that name. Declare it, or read another.",
    },
    fixes: {
      "Declare rows": {
        "Steps[0].OutputParameters": [
          { OutputName: "path", OutputType: "String" },
          { OutputName: "rows", OutputType: "String" },
        ],
      },
    },
  },
  "reference-unknown-property": {
    bad: pipeline([
      training("T"),
      model("M", { PrimaryContainer: { Image: "i", ModelDataUrl: read("Steps.T.ModelArtifacts.S3ModelArtefacts") } }),
    ]),
    good: pipeline([
      training("T"),
      model("M", { PrimaryContainer: { Image: "i", ModelDataUrl: read("Steps.T.ModelArtifacts.S3ModelArtifacts") } }),
    ]),
    says: {
      step: "M",
      path: "Arguments.PrimaryContainer.ModelDataUrl",
      severity: "warning",
      message:
        "Arguments.PrimaryContainer.ModelDataUrl reads S3ModelArtefacts, which ModelArtifacts of T does not have. Did you mean S3ModelArtifacts?",
    },
    fixes: {
      "Read S3ModelArtifacts": {
        "Steps[1].Arguments.PrimaryContainer.ModelDataUrl": read("Steps.T.ModelArtifacts.S3ModelArtifacts"),
      },
    },
  },
  "reference-unknown-parameter": {
    bad: pipeline([lambda("A", { Arguments: { x: read("Parameters.Bukket") } })], bucket, {
      PipelineExperimentConfig: { ExperimentName: read("Parameters.Experiment") },
    }),
    good: pipeline([lambda("A", { Arguments: { x: read("Parameters.Bucket") } })], bucket),
    says: {
      step: "A",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads the parameter Bukket, which this pipeline does not declare; did you mean Bucket?",
    },
    fixes: {
      "Read Bucket": { "Steps[0].Arguments.x": read("Parameters.Bucket") },
      "Add the parameter Bukket": { "Parameters[1]": { Name: "Bukket", Type: "String" } },
    },
  },
  "reference-not-allowed-here": {
    bad: pipeline([lambda("A", { FunctionArn: read("Parameters.Bucket") })], bucket),
    good: pipeline([lambda("A", { Arguments: { x: read("Parameters.Bucket") } })], bucket),
    says: {
      step: "A",
      path: "FunctionArn",
      severity: "warning",
      message: "FunctionArn of A reads a value at run time, where SageMaker takes only a literal.",
    },
  },
  "type-needs-conversion": {
    bad: pipeline(
      [training("T", { HyperParameters: { depth: read("Parameters.Depth") } })],
      [{ Name: "Depth", Type: "Integer", DefaultValue: 5 }],
    ),
    good: pipeline(
      [
        training("T", { HyperParameters: { depth: { "Std:Join": { On: "", Values: [read("Parameters.Depth")] } } } }),
        lambda("L", { Arguments: { depth: read("Parameters.Depth") } }),
      ],
      [{ Name: "Depth", Type: "Integer", DefaultValue: 5 }],
    ),
    says: {
      step: "T",
      path: "Arguments.HyperParameters.depth",
      severity: "error",
      message: "depth of T takes text, and reads an Integer: wrap it in a Join.",
    },
    fixes: {
      "Wrap in Join": {
        "Steps[0].Arguments.HyperParameters.depth": { "Std:Join": { On: "", Values: [read("Parameters.Depth")] } },
      },
    },
  },
  "literal-matches-output": {
    bad: pipeline([lambda("Preprocess", trainPath), training("Train")]),
    good: pipeline([
      lambda("Preprocess", trainPath),
      training("Train", {}, {}, read("Steps.Preprocess.OutputParameters['train_path']")),
      // What a step writes to, and a bucket as a whole, are no typed-in inputs.
      processing("P", { ProcessingInputs: [] }),
      processing("Q", { Environment: { train: "s3://b" } }),
    ]),
    says: {
      step: "Train",
      path: "Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri",
      severity: "warning",
      message:
        "S3Uri (train) of Train is typed in, and Preprocess has an output for it: train_path (named after train). Connect them.",
    },
    fixes: {
      "Connect to train_path of Preprocess": { [s3Uri]: read("Steps.Preprocess.OutputParameters['train_path']") },
    },
  },
  "property-file-unknown": {
    bad: pipeline([processing("P", {}, report), condition("C", [lessThan(jsonGet("Steps.P.PropertyFiles.Report2"))])]),
    good: pipeline([processing("P", {}, report), condition("C", [lessThan(jsonGet("Steps.P.PropertyFiles.Report"))])]),
    says: {
      step: "C",
      path: "Arguments.Conditions[0].LeftValue",
      severity: "error",
      message: "C reads the property file Report2 of P, which P does not declare. It declares Report.",
    },
    fixes: {
      "Read Report": { "Steps[1].Arguments.Conditions[0].LeftValue": jsonGet("Steps.P.PropertyFiles.Report") },
    },
  },
  "property-file-output-unknown": {
    bad: pipeline([
      processing("P", {}, { PropertyFiles: [{ PropertyFileName: "R", OutputName: "repot", FilePath: "r.json" }] }),
    ]),
    good: pipeline([processing("P", {}, report)]),
    says: {
      step: "P",
      path: "PropertyFiles[0].OutputName",
      severity: "error",
      message: "The property file R lies in repot, and P has no output of that name.",
    },
    fixes: { "Use report": { "Steps[0].PropertyFiles[0].OutputName": "report" } },
  },
  "json-get-not-processing": {
    bad: pipeline([training("T"), condition("C", [lessThan(jsonGet("Steps.T.PropertyFiles.Report"))])]),
    good: pipeline([processing("P", {}, report), condition("C", [lessThan(jsonGet("Steps.P.PropertyFiles.Report"))])]),
    says: {
      step: "C",
      path: "Arguments.Conditions[0].LeftValue",
      severity: "error",
      message: "C reads a property file of T, but a Training step has none. Read it from a Processing step.",
    },
  },
  "json-get-s3-without-dependency": {
    bad: pipeline([processing("P"), condition("C", [lessThan(s3Json(join("s3:/", "b", "P", "report", "r.json")))])]),
    good: pipeline([
      processing("P"),
      condition("C", [
        lessThan(s3Json(join(read("Steps.P.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri"), "r.json"))),
      ]),
    ]),
    says: {
      step: "C",
      path: "Arguments.Conditions[0].LeftValue",
      severity: "warning",
      message: "C reads a JSON file that P writes, and does not wait for it.",
    },
    fixes: { "Wait for P": { "Steps[1].DependsOn": ["P"] } },
  },
  "endpoint-config-name-literal": {
    bad: pipeline([config({}), endpoint("c")]),
    good: pipeline([config({}), endpoint("another, made long ago"), condition("C", [equal])]),
    says: {
      step: "E",
      path: "Arguments.EndpointConfigName",
      severity: "warning",
      message: "E names c, and Config makes it under another name in each execution. Read it from Config.",
    },
    fixes: {
      "Connect to EndpointConfigName of Config": {
        "Steps[1].Arguments.EndpointConfigName": read("Steps.Config.EndpointConfigName"),
      },
    },
  },
  "model-data-folder": {
    bad: pipeline([processing("P"), model("M", { PrimaryContainer: { Image: "i", ModelDataUrl: read(folder) } })]),
    good: pipeline([
      processing("P"),
      model("M", { PrimaryContainer: { Image: "i", ModelDataUrl: join(read(folder), "model.tar.gz") } }),
    ]),
    says: {
      step: "M",
      path: "Arguments.PrimaryContainer.ModelDataUrl",
      severity: "warning",
      message: "ModelDataUrl of M reads a folder of P, and must end in .tar.gz: name the archive in it.",
    },
    fixes: {
      "Read model.tar.gz in it": {
        "Steps[1].Arguments.PrimaryContainer.ModelDataUrl": join(read(folder), "model.tar.gz"),
      },
    },
  },
  "tuning-rank-beyond": {
    bad: pipeline([
      tuning,
      lambda("A", { Arguments: { best: read("Steps.Tune.TrainingJobSummaries[4].TrainingJobName") } }),
    ]),
    good: pipeline([
      tuning,
      lambda("A", { Arguments: { best: read("Steps.Tune.TrainingJobSummaries[3].TrainingJobName") } }),
    ]),
    says: {
      step: "A",
      path: "Arguments.best",
      severity: "warning",
      message:
        "A reads the model of rank 4 of Tune, which has 4 training jobs at most (MaxNumberOfTrainingJobs): their ranks are 0 to 3.",
    },
  },
  "prefix-takes-sibling": {
    bad: pipeline([
      split,
      training("T", {}, {}, read("Steps.Split.ProcessingOutputConfig.Outputs['test'].S3Output.S3Uri")),
    ]),
    good: pipeline([
      split,
      training("T", {}, {}, read("Steps.Split.ProcessingOutputConfig.Outputs['test_small'].S3Output.S3Uri")),
    ]),
    says: {
      step: "T",
      severity: "warning",
      message:
        "T reads all keys that begin like test of Split: those of its output test_small too. End the prefix with a slash.",
    },
    fixes: {
      "Add a slash": {
        [s3Uri]: join(read("Steps.Split.ProcessingOutputConfig.Outputs['test'].S3Output.S3Uri"), ""),
      },
    },
  },
};
