import { describe, expect, it } from "vitest";
import { LosslessNumber, type Value } from "../../definition/value";
import { expressionWords } from "../../references/expressionWords";
import { conditionSentence } from "./conditionSentence";
import { forEachSentence } from "./forEachSentence";

const threshold = { Get: "Parameters.Threshold" };
const mse = {
  "Std:JsonGet": { PropertyFile: { Get: "Steps.Evaluate.PropertyFiles.Report" }, Path: "mse.value" },
};

function said(...conditions: Value[]): string {
  return conditionSentence({ Name: "Gate", Type: "Condition", Arguments: { Conditions: conditions } });
}

describe("a Condition says its rule", () => {
  it.each<[string, Value[]]>([
    ["If Report mse.value ≤ Threshold", [{ Type: "LessThanOrEqualTo", LeftValue: mse, RightValue: threshold }]],
    [
      'If Threshold > 6.0 and Mode = "full"',
      [
        { Type: "GreaterThan", LeftValue: threshold, RightValue: new LosslessNumber("6.0") },
        { Type: "Equals", LeftValue: { Get: "Parameters.Mode" }, RightValue: "full" },
      ],
    ],
    [
      'If Mode in ["full", Alt]',
      [{ Type: "In", QueryValue: { Get: "Parameters.Mode" }, Values: ["full", { Get: "Parameters.Alt" }] }],
    ],
    ["If Mode in [1, 2, 3, 2 more]", [{ Type: "In", QueryValue: { Get: "Parameters.Mode" }, Values: [1, 2, 3, 4, 5] }]],
    [
      "If Dry ≠ true",
      [{ Type: "Not", Condition: { Type: "Equals", LeftValue: { Get: "Parameters.Dry" }, RightValue: true } }],
    ],
    [
      "If Dry not in [1]",
      [{ Type: "Not", Condition: { Type: "In", QueryValue: { Get: "Parameters.Dry" }, Values: [1] } }],
    ],
    ["If not (1 < 2)", [{ Type: "Not", Condition: { Type: "LessThan", LeftValue: 1, RightValue: 2 } }]],
    [
      "If 1 = 1 or 2 ≥ 3",
      [
        {
          Type: "Or",
          Conditions: [
            { Type: "Equals", LeftValue: 1, RightValue: 1 },
            { Type: "GreaterThanOrEqualTo", LeftValue: 2, RightValue: 3 },
          ],
        },
      ],
    ],
    [
      "If a = true and (1 = 1 or 2 = 2)",
      [
        { Type: "Equals", LeftValue: { Get: "Parameters.a" }, RightValue: true },
        {
          Type: "Or",
          Conditions: [
            { Type: "Equals", LeftValue: 1, RightValue: 1 },
            { Type: "Equals", LeftValue: 2, RightValue: 2 },
          ],
        },
      ],
    ],
    ["If Threshold Resembles 3", [{ Type: "Resembles", LeftValue: threshold, RightValue: 3 }]],
    ["If Sometimes …", [{ Type: "Sometimes" }]],
    ["If Threshold = ?", [{ Type: "Equals", LeftValue: threshold }]],
    ["No conditions yet", []],
  ])("%s", (words, conditions) => {
    expect(said(...conditions)).toBe(words);
  });
});

describe("an operand in words", () => {
  it.each<[string, Value]>([
    ["StartDateTime", { Get: "Execution.StartDateTime" }],
    ["Preprocess train_path", { Get: "Steps.Preprocess.OutputParameters['train_path']" }],
    ["Train S3ModelArtifacts", { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" }],
    ["current item", { Get: "ForEach.CurrentItem" }],
    ["current item name", { Get: "ForEach.CurrentItem.name" }],
    ["Rows", { "Std:Join": { On: "", Values: [{ Get: "Parameters.Rows" }] } }],
    ['"s3://{Bucket}/models"', { "Std:Join": { On: "/", Values: ["s3:/", { Get: "Parameters.Bucket" }, "models"] } }],
    [
      "f-1 Result[1]",
      {
        "Std:JsonGet": {
          S3Uri: {
            "Std:Join": { On: "/", Values: [{ Get: "Steps.f-1.OutputDataConfig.S3OutputPath" }, "results.json"] },
          },
          Path: "Result[1]",
        },
      },
    ],
    ["null", null],
    ["…", { Anything: 1, Else: 2 }],
    ["not a reference", { Get: "not a reference" }],
  ])("%s", (words, value) => {
    expect(expressionWords(value)).toBe(words);
  });
});

describe("a ForEach says what it does", () => {
  const loop = (args: { [key: string]: Value }) => forEachSentence({ Name: "F", Type: "ForEach", Arguments: args });
  it("names its items, its pace and what it picks by", () => {
    const field = { Get: "IterationOutput.ScoreRegion.OutputParameters['auc']" };
    const items = { Get: "Parameters.Items" };
    expect(loop({ IterableItems: items, MaxConcurrency: 3, Selector: { Pick: "MaxBy", Field: field } })).toBe(
      "each of Items, 3 at a time · best by auc",
    );
    expect(loop({ IterableItems: ["a", "b"], MaxConcurrency: 1, Selector: { Pick: "MinBy", Field: field } })).toBe(
      "each of 2 items, one at a time · lowest by auc",
    );
  });
  it("says that it has no items yet", () => {
    expect(loop({ IterableItems: [], MaxConcurrency: 1, ForEachBody: [] })).toBe("each of no items yet, one at a time");
  });
});
