import {
  checkArguments,
  checkDefaults,
  checkedModelName,
  checkFields,
  checkTypeField,
  suppliedConstraints,
} from "../../schema/checkStepFields";
import type { StepType } from "../../schema/stepType";

/** Its outputs are not those of a processing job. */
export const clarifyCheck = {
  type: "ClarifyCheck",
  label: "ClarifyCheck",
  category: "Monitoring",
  icon: "clarifyCheck",
  summary: "Compares bias or explainability with a baseline, by SageMaker Clarify.",
  documentation:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-clarify-check",
  alsoCalled: "bias fairness drift explain shap",
  argumentsForm: "request",
  outputsForm: "own",
  api: { request: "CreateProcessingJobRequest", response: null, dropped: ["ProcessingJobName"] },
  envelope: ["CacheConfig"],
  create: () => ({
    Arguments: checkArguments(
      [
        ["analysis_config", "/opt/ml/processing/input/config"],
        ["dataset", "/opt/ml/processing/input/data"],
      ],
      "analysis_result",
    ),
    CheckType: "DATA_BIAS",
    ...checkDefaults,
  }),
  inputPorts: ["Arguments.ProcessingInputs[].S3Input.S3Uri", "ModelName"],
  outputPorts: ["CalculatedBaselineConstraints"],
  ownFields: [
    checkTypeField(["DATA_BIAS", "MODEL_BIAS", "MODEL_EXPLAINABILITY"]),
    ...checkFields,
    suppliedConstraints,
    checkedModelName,
  ],
  ownOutputs: [
    { path: "CalculatedBaselineConstraints", kind: "string" },
    { path: "BaselineUsedForDriftCheckConstraints", kind: "string" },
  ],
  slots: [],
} satisfies StepType;
