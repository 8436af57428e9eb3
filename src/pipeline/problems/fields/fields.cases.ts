import { lambda, model, pipeline, processing, read, training } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";
import { LosslessNumber } from "../../definition/value";

const register = (args: object = {}) => ({
  Name: "R",
  Type: "RegisterModel",
  Arguments: { ModelPackageGroupName: "g", ...args },
});

export const cases: RuleCases = {
  "required-missing": {
    bad: pipeline([training("T", { OutputDataConfig: undefined })]),
    good: pipeline([training("T", { RoleArn: undefined })]),
    says: { step: "T", path: "Arguments.OutputDataConfig", severity: "error", message: "T needs OutputDataConfig." },
  },
  "kind-mismatch": {
    bad: pipeline(
      [training("T", { VpcConfig: { Subnets: ["s"], SecurityGroupIds: read("Parameters.P") } })],
      [{ Name: "P", Type: "String", DefaultValue: "x" }],
    ),
    good: pipeline(
      [training("T", { VpcConfig: { Subnets: ["s"], SecurityGroupIds: [read("Parameters.P")] } })],
      [{ Name: "P", Type: "String", DefaultValue: "x" }],
    ),
    says: {
      step: "T",
      path: "Arguments.VpcConfig.SecurityGroupIds",
      severity: "error",
      message: "SecurityGroupIds of T reads one value, where SageMaker wants a list: let each element read its own.",
    },
    fixes: { "Put it into a list": { "Steps[0].Arguments.VpcConfig.SecurityGroupIds": [read("Parameters.P")] } },
  },
  "enum-unknown": {
    bad: pipeline([training("T", { AlgorithmSpecification: { TrainingImage: "i", TrainingInputMode: "Fil" } })]),
    good: pipeline([training("T", { AlgorithmSpecification: { TrainingImage: "i", TrainingInputMode: "FastFile" } })]),
    says: {
      step: "T",
      path: "Arguments.AlgorithmSpecification.TrainingInputMode",
      severity: "error",
      message: 'TrainingInputMode of T does not know "Fil". It takes FastFile, File, Pipe.',
    },
    fixes: { "Use File": { "Steps[0].Arguments.AlgorithmSpecification.TrainingInputMode": "File" } },
  },
  "text-too-long": {
    bad: pipeline([processing("P", { AppSpecification: { ImageUri: "i", ContainerArguments: ["x".repeat(257)] } })]),
    good: pipeline([processing("P", { AppSpecification: { ImageUri: "i", ContainerArguments: ["x".repeat(256)] } })]),
    says: {
      step: "P",
      path: "Arguments.AppSpecification.ContainerArguments[0]",
      severity: "error",
      message: "ContainerArguments[0] of P has 257 characters; SageMaker takes at most 256.",
    },
  },
  "list-too-long": {
    bad: pipeline([training("T", { Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: "v" })) })]),
    good: pipeline([training("T", { Tags: Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: "v" })) })]),
    says: { step: "T", severity: "warning", message: "Tags of T has 51 elements; the API takes at most 50." },
  },
  "unknown-argument": {
    bad: pipeline([register({ CertifyForMarketplace: true })]),
    good: pipeline([register()]),
    says: {
      step: "R",
      path: "Arguments.CertifyForMarketplace",
      severity: "error",
      message: "Pipelines takes no CertifyForMarketplace in a RegisterModel step. Remove it from R.",
    },
    fixes: { "Remove CertifyForMarketplace": { "Steps[0].Arguments": { ModelPackageGroupName: "g" } } },
  },
  "exclusive-fields": {
    bad: pipeline([model("M", { Containers: [{ Image: "i" }] })]),
    good: pipeline([model("M")]),
    says: {
      step: "M",
      severity: "error",
      message: "M takes one of PrimaryContainer and Containers, and has 2.",
    },
    fixes: {
      "Remove PrimaryContainer": { "Steps[0].Arguments.PrimaryContainer": undefined },
      "Remove Containers": { "Steps[0].Arguments.Containers": undefined },
    },
  },
  "number-imprecise": {
    bad: pipeline([lambda("A", { Arguments: { id: new LosslessNumber("12345678901234567890") } })]),
    good: pipeline([lambda("A", { Arguments: { share: new LosslessNumber("2.0"), id: 9_007_199_254_740_991 } })]),
    says: {
      step: "A",
      path: "Arguments.id",
      severity: "warning",
      message:
        "id of A is 12345678901234567890, more than a number can hold: it may be read as 12345678901234567000. Write it with fewer digits, or as a text.",
    },
  },
  "text-confusable": {
    bad: pipeline([lambda("A", { Arguments: { path: "s3://b/\u202Egpj.exe" } })]),
    good: pipeline([lambda("A", { Arguments: { path: "s3://b/日本語/été/👩‍🔬" } })]),
    says: {
      step: "A",
      path: "Arguments.path",
      severity: "warning",
      message: "Arguments.path of A holds a character that turns the direction of text (U+202E).",
    },
    fixes: { "Take it out": { "Steps[0].Arguments.path": "s3://b/gpj.exe" } },
  },
  "secret-in-definition": {
    bad: pipeline([lambda("A", { Arguments: { key: "AKIAIOSFODNN7EXAMPLE" } })]),
    good: pipeline([
      lambda("A", {
        Arguments: {
          secret: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
          hash: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
          AKIA: "AKIA is not a key",
        },
      }),
    ]),
    says: {
      step: "A",
      path: "Arguments.key",
      severity: "warning",
      message:
        "Arguments.key of A holds what looks like an AWS access key id. Move it to Secrets Manager, and change it.",
    },
  },
  "key-too-deep": {
    bad: pipeline([training("A"), processing("T", { DependsOn: ["A"] })]),
    good: pipeline([training("A"), processing("T", {}, { DependsOn: ["A"] })]),
    says: {
      step: "T",
      path: "Arguments.DependsOn",
      severity: "error",
      message: "DependsOn of T stands one level too deep: it belongs beside Arguments.",
    },
    fixes: { "Move DependsOn up": { "Steps[1].Arguments.DependsOn": undefined, "Steps[1].DependsOn": ["A"] } },
  },
  "lambda-argument-nested": {
    bad: pipeline([lambda("A", { Arguments: { options: { depth: 3 } } })]),
    good: pipeline([lambda("A", { Arguments: { depth: 3, path: read("Execution.PipelineName") } })]),
    says: {
      step: "A",
      path: "Arguments.options",
      severity: "warning",
      message:
        "options of A is an object: a Lambda step takes primitive values only, and nested ones are not supported. Give each value an argument of its own.",
    },
  },
  "s3-uri-without-scheme": {
    bad: pipeline([training("T", { OutputDataConfig: { S3OutputPath: "acme/models" } })]),
    good: pipeline([
      training("T", { OutputDataConfig: { S3OutputPath: "${bucket}/models" } }),
      training("U", { OutputDataConfig: { S3OutputPath: read("Execution.PipelineName") } }),
    ]),
    says: {
      step: "T",
      path: "Arguments.OutputDataConfig.S3OutputPath",
      severity: "warning",
      message: 'S3OutputPath of T does not begin with s3://: "acme/models" is no place in S3.',
    },
    fixes: {
      "Write s3://acme/models": { "Steps[0].Arguments.OutputDataConfig.S3OutputPath": "s3://acme/models" },
    },
  },
  "python-print": {
    bad: pipeline(
      [
        processing("P", {
          AppSpecification: {
            ImageUri: "i",
            ContainerArguments: ["-k", "ParameterInteger(name='KFold', parameter_type=<ParameterTypeEnum.INTEGER>)"],
          },
        }),
      ],
      [{ Name: "KFold", Type: "Integer", DefaultValue: 5 }],
    ),
    good: pipeline([
      processing("P", { AppSpecification: { ImageUri: "i", ContainerArguments: ["-k", "name='KFold'"] } }),
    ]),
    says: {
      step: "P",
      path: "Arguments.AppSpecification.ContainerArguments[1]",
      severity: "warning",
      message:
        "ContainerArguments[1] of P holds what Python prints of the parameter KFold, not its value. Read it by a reference.",
    },
    fixes: {
      "Read the parameter KFold": {
        "Steps[0].Arguments.AppSpecification.ContainerArguments[1]": {
          "Std:Join": { On: "", Values: [read("Parameters.KFold")] },
        },
      },
    },
  },
  "additional-model-data": {
    bad: pipeline([
      model("M", { PrimaryContainer: { Image: "i", ModelDataUrl: "s3://x/m.tar.gz", AdditionalModelDataSources: [] } }),
    ]),
    good: pipeline([model("M")]),
    says: { step: "M", path: "Arguments.PrimaryContainer.AdditionalModelDataSources", severity: "warning" },
  },
  "local-path-outside": {
    bad: pipeline([
      processing("P", {
        ProcessingInputs: [
          { InputName: "i", S3Input: { S3Uri: "s3://b/i", LocalPath: "/opt/ml/input/data", S3DataType: "S3Prefix" } },
        ],
      }),
    ]),
    good: pipeline([
      processing("P", {
        ProcessingInputs: [
          { InputName: "i", S3Input: { S3Uri: "s3://b/i", LocalPath: "/opt/ml/processing/i", S3DataType: "S3Prefix" } },
        ],
      }),
    ]),
    says: {
      step: "P",
      path: "Arguments.ProcessingInputs[0].S3Input.LocalPath",
      severity: "warning",
      message: "LocalPath of an input of P is /opt/ml/input/data; it must begin with /opt/ml/processing/.",
    },
    fixes: {
      "Write /opt/ml/processing/data": {
        "Steps[0].Arguments.ProcessingInputs[0].S3Input.LocalPath": "/opt/ml/processing/data",
      },
    },
  },
  "file-path-absolute": {
    bad: pipeline([
      processing(
        "P",
        {},
        {
          PropertyFiles: [
            { PropertyFileName: "F", OutputName: "report", FilePath: "/opt/ml/processing/report/r.json" },
          ],
        },
      ),
    ]),
    good: pipeline([
      processing("P", {}, { PropertyFiles: [{ PropertyFileName: "F", OutputName: "report", FilePath: "sub/r.json" }] }),
    ]),
    says: {
      step: "P",
      path: "PropertyFiles[0].FilePath",
      severity: "warning",
      message: "FilePath of F of P is /opt/ml/processing/report/r.json; it is relative to the output's own folder.",
    },
    fixes: { "Write r.json": { "Steps[0].PropertyFiles[0].FilePath": "r.json" } },
  },
  "no-image": {
    bad: pipeline([training("T", { AlgorithmSpecification: { TrainingInputMode: "File" } })]),
    good: pipeline([training("T", { AlgorithmSpecification: { TrainingInputMode: "File", AlgorithmName: "a" } })]),
    says: {
      step: "T",
      path: "Arguments.AlgorithmSpecification",
      severity: "warning",
      message: "AlgorithmSpecification of T has neither TrainingImage nor AlgorithmName: nothing says what runs.",
    },
  },
};
