import { lookup } from "../../pipeline/definition/byName";
import type { Path } from "../../pipeline/definition/path";
import type { Shape } from "../../pipeline/schema/model";
import { retryExceptions } from "../../pipeline/steps/retryExceptions";

/**
 * What stands beside `Arguments` and has an inner form (pipeline-definition 2.0.1, 2.0.2, 2.2), in the words of an API model, so
 * that the same controls serve. No AWS request stands behind it.
 */
interface EnvelopeMember {
  readonly name: string;
  readonly shape: string;
  readonly required?: boolean;
  readonly label?: string;
  readonly documentation: string;
}

const structures: Readonly<Record<string, readonly EnvelopeMember[]>> = {
  Step: [
    {
      name: "CacheConfig",
      shape: "CacheConfig",
      label: "Caching",
      documentation: "Reuses the result of an earlier run with the same arguments.",
    },
    {
      name: "RetryPolicies",
      shape: "RetryPolicies",
      label: "Retry policies",
      documentation: "What SageMaker does when the step ends in one of these errors.",
    },
    {
      name: "PropertyFiles",
      shape: "PropertyFiles",
      label: "Property files",
      documentation: "JSON files that this step writes and that other steps and conditions read values from.",
    },
  ],
  CacheConfig: [
    {
      name: "Enabled",
      shape: "Boolean",
      label: "Enabled",
      documentation: "When true, SageMaker takes over the outputs of an earlier run with the same arguments.",
    },
    {
      name: "ExpireAfter",
      shape: "Duration",
      label: "Expires after",
      documentation: "How old that run may be: “30 days”, or an ISO 8601 duration such as P30D.",
    },
  ],
  RetryPolicy: [
    {
      name: "ExceptionType",
      shape: "ExceptionTypes",
      required: true,
      label: "Errors",
      documentation: "The errors that this policy is for.",
    },
    {
      name: "IntervalSeconds",
      shape: "Integer",
      label: "First wait",
      documentation: "Seconds before the first retry: 1 unless given, at most 43,200 (12 hours).",
    },
    {
      name: "BackoffRate",
      shape: "Float",
      label: "Backoff rate",
      documentation: "Each wait is so many times as long as the one before: 2.0 unless given.",
    },
    {
      name: "MaxAttempts",
      shape: "Integer",
      label: "Maximum attempts",
      documentation: "1 to 20; 5 where neither this nor “Gives up after” is given.",
    },
    {
      name: "ExpireAfterMin",
      shape: "Integer",
      label: "Gives up after",
      documentation: "Minutes, up to 14,400 (10 days).",
    },
  ],
  PropertyFile: [
    {
      name: "PropertyFileName",
      shape: "String",
      required: true,
      label: "Property file name",
      documentation: "The name by which other steps read it.",
    },
    {
      name: "OutputName",
      shape: "String",
      required: true,
      label: "Output name",
      documentation: "The name of the processing output that the file lies in.",
    },
    {
      name: "FilePath",
      shape: "String",
      required: true,
      label: "File path",
      documentation: "The file's path below that output, e.g. evaluation.json.",
    },
  ],
};

const shapes: Readonly<Record<string, Shape>> = {
  String: { kind: "string" },
  Duration: { kind: "string" },
  Integer: { kind: "integer" },
  Float: { kind: "float" },
  Boolean: { kind: "boolean" },
  RetryPolicies: { kind: "list", of: "RetryPolicy" },
  PropertyFiles: { kind: "list", of: "PropertyFile" },
  ExceptionTypes: { kind: "list", of: "ExceptionType" },
  ExceptionType: { kind: "string" },
};

function shapeOf(name: string): Shape {
  if (Object.hasOwn(structures, name)) return { kind: "structure", members: [] };
  return lookup(shapes, name) ?? { kind: "any" };
}

/** The name of the shape at a path beside `Arguments`; null for what has no form here. */
function nameAt(path: Path): string | null {
  let name = "Step";
  for (const segment of path) {
    if (typeof segment === "number") {
      const list = lookup(shapes, name);
      if (list?.kind !== "list") return null;
      name = list.of;
    } else {
      const member = lookup(structures, name)?.find((candidate) => candidate.name === segment);
      if (member === undefined) return null;
      name = member.shape;
    }
  }
  return name;
}

export const envelopeModel = {
  /** `type` is the step's: it says which errors a retry policy can name. */
  shapeAt(path: Path, type: string): { readonly shape: Shape; readonly shapeName: string } | null {
    const name = nameAt(path);
    if (name === null) return null;
    const shape: Shape = name === "ExceptionType" ? { kind: "string", enum: retryExceptions(type) } : shapeOf(name);
    return { shape, shapeName: name };
  },
  membersAt(path: Path) {
    const members = lookup(structures, nameAt(path) ?? "") ?? [];
    return members.map(({ name, shape, required = false, label = name, documentation }) => ({
      name,
      label,
      documentation,
      required,
      path: [...path, name],
      shape: shapeOf(shape),
      shapeName: shape,
    }));
  },
};
