import { samePath } from "../../../definition/path";
import type { Value } from "../../../definition/value";
import { sampleMetric } from "./guess";
import { defaultBucket } from "./names";
import { declaredOutputs, type OutputsOfRun, type SampleRequest } from "./sampleRequest";

/** A value of the declared type for each output that the step declares. */
export const declared: OutputsOfRun = (sample) =>
  declaredOutputs(sample.step).map(({ name, type }) => [["OutputParameters", name], sampleOfType(name, type, sample)]);

function sampleOfType(name: string, type: string, { iteration, context, name: step, expected }: SampleRequest): Value {
  if (type === "Integer") return /^status_?code$/i.test(name) ? 200 : 1;
  if (type === "Float") return sampleMetric(iteration);
  if (type === "Boolean") return true;
  // A function that gives a place gives one in S3; it ends as the name says (`train_path`: …/train).
  const location = /^(.*?)_?(path|uri|url|location|s3)$/i.exec(name);
  const isRead = expected.some(({ isLocation, output }) => isLocation && samePath(output, ["OutputParameters", name]));
  if (location !== null || isRead) return `s3://${defaultBucket(context)}/${step}/${location?.[1] || name}`;
  return `sample-${name}`;
}
