import { lambda, model, pipeline, processing, read, training } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const register = (args: object = {}) => ({
  Name: "R",
  Type: "RegisterModel",
  Arguments: { ModelPackageGroupName: "g", ...args },
});

export const cases: RuleCases = {
  "required-missing": {
    bad: pipeline([training("T", { RoleArn: "" })]),
    good: pipeline([training("T")]),
    says: { step: "T", path: "Arguments.RoleArn", severity: "error", message: "T needs RoleArn." },
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
};
