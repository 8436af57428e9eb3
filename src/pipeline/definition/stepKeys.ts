/** The order in which the Python SDK writes the keys of a step (pipeline-definition 2.0). */
export const stepKeys: readonly string[] = [
  "Name",
  "Type",
  "Arguments",
  "DependsOn",
  "DisplayName",
  "Description",
  "RetryPolicies",
  "CacheConfig",
  "PropertyFiles",
  "CheckType",
  "ModelPackageGroupName",
  "SkipCheck",
  "FailOnViolation",
  "RegisterNewBaseline",
  "SuppliedBaselineStatistics",
  "SuppliedBaselineConstraints",
  "ModelName",
  "FunctionArn",
  "SqsQueueUrl",
  "OutputParameters",
];

/** Keys of a step that SageMaker takes only as literals (pipeline-definition 3.4). */
export const literalKeys: ReadonlySet<string> = new Set([
  "Name",
  "Type",
  "DependsOn",
  "DisplayName",
  "Description",
  "PropertyFiles",
  "OutputParameters",
  "CheckType",
  "RetryPolicies",
  "CacheConfig",
  "FunctionArn",
  "SqsQueueUrl",
]);
