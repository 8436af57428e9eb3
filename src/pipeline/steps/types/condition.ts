import { conditionModel } from "../../schema/ownModels";
import type { StepType } from "../../schema/stepType";
import { conditionSentence } from "../sentences/conditionSentence";

/** The list of conditions is a logical AND. */
export const condition = {
  type: "Condition",
  label: "Condition",
  category: "Logic",
  icon: "condition",
  summary: "Compares values and runs one of two branches.",
  documentation:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-condition",
  alsoCalled: "if else branch gate switch decision choice",
  argumentsForm: "own",
  outputsForm: "own",
  api: { request: null, response: null, dropped: [] },
  ownModel: conditionModel,
  envelope: [],
  create: () => ({ Arguments: { Conditions: [], IfSteps: [], ElseSteps: [] } }),
  inputPorts: [],
  outputPorts: [],
  ownFields: [
    {
      path: "Arguments.Conditions",
      label: "Conditions",
      kind: "json",
      form: "conditions",
      required: true,
      literalOnly: false,
      documentation: "The steps of the True branch run when all of these hold, those of the False branch otherwise.",
    },
  ],
  // Joined into a text it reads "true" or "false" (integ test_fail_steps.py:204).
  ownOutputs: [{ path: "Outcome", kind: "boolean" }],
  slots: [
    { key: "IfSteps", label: "True", edge: "branch", refuses: [] },
    { key: "ElseSteps", label: "False", edge: "branch", refuses: [] },
  ],
  sentence: conditionSentence,
} satisfies StepType;
