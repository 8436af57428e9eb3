/** What stands out in the answer that describes a step's job: why it failed in its own words, what it measured, where it wrote. */
import type { StepDetails } from "../../../contract/executions";

export interface JobFacts {
  /** The job's own words, the most telling first. */
  readonly reasons: readonly string[];
  readonly metrics: readonly { readonly name: string; readonly value: string }[];
  /** Locations in S3, by the path behind the step at which they stand. */
  readonly artefacts: readonly { readonly path: string; readonly location: string }[];
}

/** Members of a Describe response that say why (ProcessingJob's ExitMessage is what the container wrote at its end). */
const reasonMembers = ["ExitMessage", "FailureReason"];

export function jobFactsOf({ outputs }: Pick<StepDetails, "outputs">): JobFacts {
  const told = new Map(outputs.map(({ path, value }) => [path, parsed(value)]));
  const reasons = reasonMembers.flatMap((member) => {
    const reason = told.get(member);
    return typeof reason === "string" && reason !== "" ? [reason] : [];
  });
  const metrics = listOf(told.get("FinalMetricDataList")).flatMap((one) => {
    if (!isMembers(one)) return [];
    return [{ name: String(one.MetricName ?? ""), value: String(one.Value ?? "") }];
  });
  return { reasons, metrics, artefacts: [...told].flatMap(([path, value]) => locationsIn(path, value)) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function locationsIn(path: string, value: unknown): readonly { path: string; location: string }[] {
  if (typeof value === "string") return value.startsWith("s3://") ? [{ path, location: value }] : [];
  if (Array.isArray(value)) return value.flatMap((each, index) => locationsIn(`${path}[${index}]`, each));
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => locationsIn(`${path}.${name}`, each));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
