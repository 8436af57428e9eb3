import { lambda, pipeline, read } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const uses = lambda("A", { Arguments: { x: read("Parameters.P") } });
const one = (parameter: object) => pipeline([uses], [{ Name: "P", Type: "String", ...parameter }]);

export const cases: RuleCases = {
  "parameter-name-duplicate": {
    bad: pipeline(
      [uses],
      [
        { Name: "P", Type: "String", DefaultValue: "a" },
        { Name: "P", Type: "Integer", DefaultValue: 1 },
      ],
    ),
    good: pipeline(
      [uses],
      [
        { Name: "P", Type: "String", DefaultValue: "a" },
        { Name: "Q", Type: "Integer", DefaultValue: 1 },
      ],
    ),
    says: {
      step: null,
      path: "Parameters[1].Name",
      severity: "error",
      message: "Another parameter is called P already. Rename or remove one of them.",
    },
    fixes: {
      "Remove this one": { "Parameters[1]": undefined, "Parameters[0].Type": "String" },
      "Rename this one to P2": { "Parameters[1]": { Name: "P2", Type: "Integer", DefaultValue: 1 } },
    },
  },
  "parameter-name-invalid": {
    bad: pipeline([uses], [{ Name: "my bucket", Type: "String", DefaultValue: "a" }]),
    good: pipeline([uses], [{ Name: "my-bucket_2", Type: "String", DefaultValue: "a" }]),
    says: { step: null, path: "Parameters[0].Name", severity: "error" },
  },
  "parameter-default-type": {
    bad: one({ Type: "Boolean", DefaultValue: "True" }),
    good: pipeline(
      [uses],
      [
        { Name: "P", DefaultValue: "" },
        { Name: "F", Type: "Float", DefaultValue: 1 },
        { Name: "B", Type: "Boolean", DefaultValue: false },
      ],
    ),
    says: {
      step: null,
      path: "Parameters[0].DefaultValue",
      severity: "warning",
      message: "The default of P is no Boolean.",
    },
    fixes: {
      "Write true": { "Parameters[0]": { Name: "P", Type: "Boolean", DefaultValue: true } },
      "Make it a String": { "Parameters[0]": { Name: "P", Type: "String", DefaultValue: "True" } },
    },
  },
  "parameter-default-not-in-enum": {
    bad: one({ DefaultValue: "c", EnumValues: ["a", "b"] }),
    good: one({ DefaultValue: "a", EnumValues: ["a", "b"] }),
    says: {
      step: null,
      path: "Parameters[0].DefaultValue",
      severity: "warning",
      message: "The default of P is c, and it takes a, b.",
    },
    fixes: {
      "Use a": { "Parameters[0].DefaultValue": "a" },
      "Use b": { "Parameters[0].DefaultValue": "b" },
      "Allow c": { "Parameters[0].EnumValues": ["a", "b", "c"] },
    },
  },
  "parameter-unused": {
    bad: pipeline(
      [lambda("A", { Arguments: { x: "Parameters.P" } })],
      [{ Name: "P", Type: "String", DefaultValue: "x" }],
    ),
    good: pipeline([lambda("A")], [{ Name: "P", Type: "String", DefaultValue: "x" }], {
      PipelineExperimentConfig: { ExperimentName: read("Parameters.P") },
    }),
    says: { step: null, path: "Parameters[0]", severity: "warning", message: "Nothing reads the parameter P." },
    fixes: { "Remove P": { Parameters: [] } },
  },
  "parameter-without-default": {
    bad: one({}),
    good: one({ DefaultValue: "" }),
    says: {
      step: null,
      path: "Parameters[0]",
      severity: "info",
      message: "P has no default: its value must be given at every start.",
    },
  },
  "parameters-malformed": {
    bad: { ...pipeline([lambda("A")]), Parameters: { P: { Type: "Integer", DefaultValue: 1 }, Q: "s3://b" } },
    good: pipeline([lambda("A")], [{ Name: "P", Type: "Integer", DefaultValue: 1 }]),
    says: { step: null, path: "Parameters", severity: "error", message: "Parameters must be a list of parameters." },
    fixes: {
      "Make it a list": {
        Parameters: [
          { Name: "P", Type: "Integer", DefaultValue: 1 },
          { Name: "Q", Type: "String", DefaultValue: "s3://b" },
        ],
      },
    },
  },
  "enum-values-too-many": {
    bad: one({ EnumValues: Array.from({ length: 17 }, (_, i) => `v${i}`) }),
    good: one({ EnumValues: Array.from({ length: 16 }, (_, i) => `v${i}`) }),
    says: {
      step: null,
      path: "Parameters[0].EnumValues",
      severity: "warning",
      message: "The parameter P has 17 EnumValues; SageMaker takes at most 16.",
    },
  },
};
