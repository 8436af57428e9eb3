import { forEachModel } from "../../schema/ownModels";
import type { StepType } from "../../schema/stepType";
import { forEachSentence } from "../sentences/forEachSentence";

/** Every item starts one child of every body step, named `BODYSTEP-INDEX`. */
export const forEach = {
  type: "ForEach",
  label: "ForEach",
  category: "Logic",
  icon: "forEach",
  summary: "Runs the steps of its body once for each item of a list.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "loop map iterate repeat fan out",
  argumentsForm: "own",
  outputsForm: "own",
  api: { request: null, response: null, dropped: [] },
  ownModel: forEachModel,
  envelope: [],
  create: () => ({ Arguments: { IterableItems: [], MaxConcurrency: 1, ForEachBody: [] } }),
  inputPorts: ["Arguments.IterableItems"],
  outputPorts: [],
  ownFields: [
    {
      path: "Arguments.IterableItems",
      label: "Items",
      kind: "json",
      form: "items",
      required: true,
      literalOnly: false,
      documentation: "A list of 1 to 100 items, or a reference whose value is the text of a JSON list.",
    },
    {
      path: "Arguments.MaxConcurrency",
      label: "At the same time",
      kind: "integer",
      form: "pace",
      required: true,
      literalOnly: true,
      documentation: "How many items are worked on at the same time, 1 to 50.",
    },
    {
      path: "Arguments.Selector",
      label: "Select the best",
      kind: "json",
      form: "selector",
      required: false,
      literalOnly: false,
      documentation:
        "Picks the iteration whose body step has the largest or smallest value of a member; others read it as Selected.",
    },
  ],
  unwired: {
    "Arguments.Selector.Pick": "Whether the largest or the smallest is picked is chosen in the inspector.",
    "Arguments.Selector.Field":
      "The selector compares what a step of the loop's own body gives: choose it in the inspector.",
  },
  ownOutputs: [
    { path: "Status", kind: "string" },
    { path: "InputItemCount", kind: "integer" },
    { path: "TotalStepCount", kind: "integer" },
    { path: "SucceededStepCount", kind: "integer" },
    { path: "FailedStepCount", kind: "integer" },
    { path: "StoppedStepCount", kind: "integer" },
  ],
  slots: [{ key: "ForEachBody", label: "Each", edge: "each", refuses: ["Condition", "Fail", "ForEach"] }],
  sentence: forEachSentence,
} satisfies StepType;
