import { documentOf } from "../../../testing/load";
import { condition, equal, forEach, lambda, training } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const retry = (attempts: number) => ({ ExceptionType: ["Step.SERVICE_FAULT"], MaxAttempts: attempts });
const document = documentOf([
  training("Train"),
  lambda("Tell", { Arguments: { path: "", to: "ops" }, RetryPolicies: [retry(2), retry(3)] }),
  condition("Gate", [equal, equal]),
  forEach("Loop", [lambda("Score")]),
]);
const tell = { step: "Tell", path: ["Arguments", "path"], label: "path" };
const gate = { step: "Gate", path: ["Arguments", "Conditions", 0], title: "condition 1" };
const algorithm = { step: "Train", at: ["Arguments", "AlgorithmSpecification"], draft: "", label: "algorithm name" };
const choice = { members: ["TrainingImage", "AlgorithmName"] };
const clears = { step: "Clear", source: "Train" };
const cleanup = { Name: "Clear", Type: "Cleanup", Arguments: {} };

export const cases: CommandCases = {
  "fields.pin": [
    {
      document,
      args: { step: "Train", side: "inputs", path: "Arguments.RoleArn", shown: true },
      says: /^RoleArn of Train/,
    },
    { document, args: { step: "Train", side: "outputs", path: "TrainingJobArn", shown: true } },
  ],
  "fields.showPort": [{ document, args: { step: "Train" }, answers: ["Arguments.RoleArn"] }],
  "fields.set": [{ document, args: { ...tell, value: "s3://b/x" }, says: /^Path of Tell is set\.$/ }],
  "fields.editStep": [{ document, args: { step: "Tell", value: lambda("Tell") } }],
  "fields.addEntry": [{ document, args: { ...tell, path: ["Arguments", "bucket"], label: "argument bucket" } }],
  "fields.remove": [{ document, args: { ...tell, label: "argument path" }, says: /^Argument path removed\.$/ }],
  "fields.takeOut": [
    { document, args: { ...tell, words: "Bucket" }, says: /^Bucket removed\.$/ },
    { document, args: { ...tell, words: "Bucket", value: "s3://b" } },
  ],
  "fields.addElement": [
    { document, args: { step: "Tell", list: ["RetryPolicies"], label: "retry policy", element: retry(4) } },
  ],
  "fields.moveElement": [
    {
      document,
      args: { step: "Tell", list: ["RetryPolicies"], label: "retry policy 1", from: 0, to: 1 },
      says: /^Retry policy 1 is number 2 now\.$/,
    },
  ],
  "fields.renameKey": [{ document, args: { step: "Tell", map: ["Arguments"], from: "to", to: "team" } }],
  "fields.readJsonFile": [{ document, args: tell }],
  "fields.makeParameter": [
    {
      document,
      args: { ...tell, path: ["Arguments", "to"], label: "to" },
      says: /^To of Tell reads the new parameter To\.$/,
    },
    {
      document,
      args: { ...gate, path: [...gate.path, "RightValue"], label: "right side of condition 1" },
      says: /reads the new parameter Threshold\.$/,
    },
  ],
  "fields.setForLacking": [
    {
      document: documentOf([training("Train"), training("Bare", { RoleArn: "" }), training("Blank", { RoleArn: "" })]),
      args: { step: "Train", path: ["Arguments", "RoleArn"], label: "Role ARN" },
      says: /^Role ARN is set for Bare, Blank, as for Train\.$/,
    },
  ],
  "fields.setForSteps": [
    {
      document: documentOf([training("Train"), training("Again")]),
      args: { steps: ["Train", "Again"], path: ["Arguments", "RoleArn"], label: "Role ARN", value: "arn:r" },
      says: /^Role ARN is set for 2 steps\.$/,
    },
    {
      document: documentOf([training("Train"), training("Again")]),
      args: { steps: ["Train", "Again"], path: ["Arguments", "RoleArn"], label: "Role ARN" },
      says: /^Role ARN is removed from 2 steps\.$/,
    },
  ],
  "fields.choose": [{ document, args: { ...algorithm, choice, member: "AlgorithmName" } }],
  "conditions.add": [{ document, args: { step: "Gate", list: ["Arguments", "Conditions"], noun: "condition" } }],
  "conditions.negate": [
    { document, args: { ...gate, not: true } },
    {
      document: documentOf([condition("Gate", [{ Type: "Not", Condition: equal }])]),
      args: { ...gate, not: false },
    },
  ],
  "conditions.compareBy": [{ document, args: { ...gate, comparison: "GreaterThan" } }],
  "loops.select": [
    { document, args: { step: "Loop", selector: { pick: "MaxBy", step: "Score", member: "OutputParameters['auc']" } } },
    {
      document: documentOf([
        forEach("Loop", [lambda("Score")], {
          Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.OutputParameters['auc']" } },
        }),
      ]),
      args: { step: "Loop", selector: null },
    },
  ],
  "cleanup.addSource": [{ document: documentOf([training("Train"), cleanup]), args: clears }],
  "cleanup.removeSource": [
    {
      document: documentOf([
        training("Train"),
        { ...cleanup, Arguments: { Resources: { S3: [{ StepName: "Train" }] } }, DependsOn: ["Train"] },
      ]),
      args: { ...clears, index: 0 },
    },
  ],
};
