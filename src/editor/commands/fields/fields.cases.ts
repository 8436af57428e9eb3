import { documentOf } from "../../../testing/load";
import { training } from "../../../testing/steps";
import type { CommandCases } from "../../../testing/sweepCommands";

const document = documentOf([training("Train")]);

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
};
