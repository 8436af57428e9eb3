import type { Member, Shape } from "./model";
import type { Choice, EnvelopeKey } from "./stepType";

/**
 * What stands in a step itself, beside `Arguments`, in the words of an API model. No
 * AWS request stands behind it, so its members say themselves what they are.
 */
export const envelopeShapes: Readonly<Record<string, Shape>> = {
  /** In the order in which the Python SDK writes the keys; what a type alone has goes before `OutputParameters`. */
  PipelineStep: structure(
    needed("Name", "Text"),
    needed("Type", "Text"),
    needed("Arguments", "Arguments"),
    may("DependsOn", "DependsOn"),
    may(
      "DisplayName",
      "Text",
      "Display name",
      "What the console shows in place of the name: any characters, up to 256.",
    ),
    may(
      "Description",
      "Text",
      "Description",
      "What the step does, for whoever reads the pipeline: up to 3,072 characters.",
    ),
    may(
      "RetryPolicies",
      "RetryPolicies",
      "Retry policies",
      "What SageMaker does when the step ends in one of these errors.",
    ),
    may("CacheConfig", "CacheConfig", "Caching", "Reuses the result of an earlier run with the same arguments."),
    may(
      "PropertyFiles",
      "PropertyFiles",
      "Property files",
      "JSON files that this step writes and that other steps and conditions read values from.",
    ),
    may("CheckType", "Text"),
    may("FunctionArn", "Text"),
    may("SqsQueueUrl", "Text"),
    may("OutputParameters", "OutputParameters"),
  ),
  DependsOn: { kind: "list", of: "Dependency" },
  /** The name of the step may stand for it. */
  Dependency: structure(needed("Step", "Text"), may("Trigger", "Text")),
  CacheConfig: structure(
    may(
      "Enabled",
      "Boolean",
      "Enabled",
      "When true, SageMaker takes over the outputs of an earlier run with the same arguments.",
    ),
    may(
      "ExpireAfter",
      "Duration",
      "Expires after",
      "How old that run may be: “30 days”, or an ISO 8601 duration such as P30D.",
    ),
  ),
  RetryPolicies: { kind: "list", of: "RetryPolicy" },
  RetryPolicy: structure(
    needed("ExceptionType", "ExceptionTypes", "Errors", "The errors that this policy is for."),
    may(
      "IntervalSeconds",
      "Integer",
      "First wait",
      "Seconds before the first retry: 1 unless given, at most 43,200 (12 hours).",
    ),
    may(
      "BackoffRate",
      "Float",
      "Backoff rate",
      "Each wait is so many times as long as the one before: 2.0 unless given.",
    ),
    may("MaxAttempts", "Integer", "Maximum attempts", "1 to 20; 5 where neither this nor “Gives up after” is given."),
    may("ExpireAfterMin", "Integer", "Gives up after", "Minutes, up to 14,400 (10 days)."),
  ),
  ExceptionTypes: { kind: "list", of: "ExceptionType" },
  ExceptionType: { kind: "string" },
  PropertyFiles: { kind: "list", of: "PropertyFile" },
  PropertyFile: structure(
    needed("PropertyFileName", "Text", "Property file name", "The name by which other steps read it."),
    needed("OutputName", "Text", "Output name", "The name of the processing output that the file lies in."),
    needed("FilePath", "Text", "File path", "The file's path below that output, e.g. evaluation.json."),
  ),
  OutputParameters: { kind: "list", of: "OutputParameter" },
  OutputParameter: structure(needed("OutputName", "Text"), needed("OutputType", "Text")),
  Text: { kind: "string" },
  Duration: { kind: "string" },
  Integer: { kind: "integer" },
  Float: { kind: "float" },
  Boolean: { kind: "boolean" },
};

/** What excludes each other there. */
export const envelopeChoices: readonly Choice[] = [
  {
    at: "RetryPolicies[]",
    members: ["MaxAttempts", "ExpireAfterMin"],
    required: false,
    begins: { MaxAttempts: 5, ExpireAfterMin: 60 },
  },
];

/** The name of the step's own shape: AWS calls one of EMR's `Step`. */
export const stepShapeName = "PipelineStep";

/** The keys that a step of every type may have; all others a type takes by its `envelope`, or as fields of its own. */
export const commonKeys: readonly string[] = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description"];

/** The key before which those stand that a type has for itself. */
export const lastKey: EnvelopeKey = "OutputParameters";

function structure(...members: Member[]): Shape {
  return { kind: "structure", members };
}

function may(name: string, shape: string, label?: string, documentation?: string): Member {
  return { name, shape, required: false, ...(label && { label }), ...(documentation && { documentation }) };
}

function needed(name: string, shape: string, label?: string, documentation?: string): Member {
  return { ...may(name, shape, label, documentation), required: true };
}
