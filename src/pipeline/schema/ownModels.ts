import type { ObjectValue } from "../definition/value";
import type { ApiModel } from "./model";

/**
 * The shapes of `Arguments` where no AWS request stands behind a step. The slots are left
 * out: what lies in them are steps, not fields.
 */
const comparisons = [
  "Equals",
  "GreaterThan",
  "GreaterThanOrEqualTo",
  "LessThan",
  "LessThanOrEqualTo",
  "In",
  "Not",
  "Or",
] as const;

/** What a new condition compares until it is filled in. */
export const emptyCondition: ObjectValue = { Type: "Equals", LeftValue: "", RightValue: "" };

const compared = ["Type", "LeftValue", "RightValue"];

export const conditionModel: ApiModel = {
  request: "ConditionArguments",
  response: null,
  shapes: {
    ConditionArguments: {
      kind: "structure",
      members: [{ name: "Conditions", shape: "Conditions", required: true }],
    },
    Conditions: { kind: "list", of: "Condition" },
    Condition: {
      kind: "structure",
      members: [
        { name: "Type", shape: "ConditionType", required: true },
        { name: "LeftValue", shape: "Operand", required: false },
        { name: "RightValue", shape: "Operand", required: false },
        { name: "QueryValue", shape: "Operand", required: false },
        { name: "Values", shape: "Operands", required: false },
        { name: "Condition", shape: "Condition", required: false },
        { name: "Conditions", shape: "Conditions", required: false },
      ],
      variants: {
        by: "Type",
        members: {
          Equals: compared,
          GreaterThan: compared,
          GreaterThanOrEqualTo: compared,
          LessThan: compared,
          LessThanOrEqualTo: compared,
          In: ["Type", "QueryValue", "Values"],
          Not: ["Type", "Condition"],
          Or: ["Type", "Conditions"],
        },
      },
      draft: emptyCondition,
    },
    ConditionType: { kind: "string", enum: comparisons },
    Operand: { kind: "any" },
    Operands: { kind: "list", of: "Operand" },
  },
};

export const forEachModel: ApiModel = {
  request: "ForEachArguments",
  response: null,
  shapes: {
    ForEachArguments: {
      kind: "structure",
      members: [
        { name: "IterableItems", shape: "Items", required: true },
        { name: "MaxConcurrency", shape: "MaxConcurrency", required: true },
        { name: "Selector", shape: "Selector", required: false },
      ],
    },
    Items: { kind: "list", of: "Item", whole: "any" },
    Item: { kind: "any" },
    MaxConcurrency: { kind: "integer" },
    Selector: {
      kind: "structure",
      members: [
        { name: "Pick", shape: "Pick", required: true },
        { name: "Field", shape: "Item", required: true },
      ],
      draft: null,
    },
    Pick: { kind: "string", enum: ["MaxBy", "MinBy"] },
  },
};

export const failModel: ApiModel = {
  request: "FailArguments",
  response: null,
  shapes: {
    FailArguments: { kind: "structure", members: [{ name: "ErrorMessage", shape: "ErrorMessage", required: false }] },
    ErrorMessage: { kind: "string" },
  },
};

export const cleanupModel: ApiModel = {
  request: "CleanupArguments",
  response: null,
  shapes: {
    CleanupArguments: {
      kind: "structure",
      members: [{ name: "Resources", shape: "CleanupResources", required: true }],
    },
    CleanupResources: { kind: "structure", members: [{ name: "S3", shape: "CleanupSources", required: true }] },
    CleanupSources: { kind: "list", of: "CleanupSource" },
    CleanupSource: {
      kind: "structure",
      members: [
        { name: "StepName", shape: "StepName", required: true },
        { name: "S3Uris", shape: "S3Uris", required: false },
      ],
      draft: null,
    },
    StepName: { kind: "string" },
    S3Uris: { kind: "list", of: "S3Uri" },
    S3Uri: { kind: "string" },
  },
};
