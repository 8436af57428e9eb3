import {
  checkArguments,
  checkDefaults,
  checkFields,
  checkTypeField,
  suppliedConstraints,
  suppliedStatistics,
} from "../../schema/checkStepFields";
import type { StepType } from "../../schema/stepType";

/** Its outputs are not those of a processing job. */
export const qualityCheck = {
  type: "QualityCheck",
  label: "QualityCheck",
  category: "Monitoring",
  icon: "qualityCheck",
  summary: "Compares the quality of data or of a model with a baseline, by Model Monitor.",
  documentation:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-quality-check",
  alsoCalled: "drift monitor baseline data quality model quality",
  argumentsForm: "request",
  outputsForm: "own",
  api: { request: "CreateProcessingJobRequest", response: null, dropped: ["ProcessingJobName"] },
  envelope: ["CacheConfig"],
  create: () => ({
    Arguments: {
      ...checkArguments(
        [["baseline_dataset_input", "/opt/ml/processing/input/baseline_dataset_input"]],
        "quality_check_output",
      ),
      Environment: {
        output_path: "/opt/ml/processing/output",
        publish_cloudwatch_metrics: "Disabled",
        dataset_format: '{"csv": {"header": true, "output_columns_position": "START"}}',
        dataset_source: "/opt/ml/processing/input/baseline_dataset_input",
      },
    },
    CheckType: "DATA_QUALITY",
    ...checkDefaults,
  }),
  inputPorts: ["Arguments.ProcessingInputs[].S3Input.S3Uri"],
  outputPorts: ["CalculatedBaselineStatistics", "CalculatedBaselineConstraints"],
  ownFields: [
    checkTypeField(["DATA_QUALITY", "MODEL_QUALITY"]),
    ...checkFields,
    suppliedStatistics,
    suppliedConstraints,
  ],
  ownOutputs: [
    { path: "CalculatedBaselineStatistics", kind: "string" },
    { path: "CalculatedBaselineConstraints", kind: "string" },
    { path: "BaselineUsedForDriftCheckStatistics", kind: "string" },
    { path: "BaselineUsedForDriftCheckConstraints", kind: "string" },
  ],
  slots: [],
} satisfies StepType;
