import type { Path } from "../../../definition/path";
import type { Value } from "../../../definition/value";
import { arnOf, defaultBucket, jobNameOf } from "./names";
import type { SampleRequest } from "./sampleRequest";

type Guess = (sample: SampleRequest, name: string) => Value;

/** What a member of a Describe response is like, told by how AWS names its members; the first that matches. */
const guesses: readonly (readonly [RegExp, Guess])[] = [
  [/Arn$/, ({ context, name }, member) => arnOf(context, `${kebab(member.slice(0, -3))}/${jobNameOf(context, name)}`)],
  [/Status$/, () => "Completed"],
  [/(Uri|Url|Path|Location|S3Output|ModelArtifacts)$/, ({ context, name }, member) => s3(context, name, member)],
  [/Name$/, ({ context, name }) => jobNameOf(context, name)],
  [/Time$/, ({ context }) => context.startDateTime],
  [/(Count|InSeconds|Version|SizeInGB|Index)$/, () => 1],
  [/^Value$/, ({ iteration }) => sampleMetric(iteration)],
  [/^(Enable|Is|Has)[A-Z]/, () => false],
];

/** A sample for an output of which nothing but its name is known. */
export function guessByName(sample: SampleRequest, path: Path): Value {
  const name = String(path.findLast((segment) => typeof segment === "string") ?? "");
  const guess = guesses.find(([pattern]) => pattern.test(name))?.[1];
  return guess === undefined ? `sample-${name}` : guess(sample, name);
}

/** A metric; each iteration of a ForEach has another, so that a Selector has something to pick. */
export function sampleMetric(iteration: number | null): number {
  return iteration === null ? 0.5 : Number((0.5 + iteration / 100).toFixed(2));
}

function s3(context: SampleRequest["context"], step: string, member: string): string {
  return `s3://${defaultBucket(context)}/${jobNameOf(context, step)}/${member}`;
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase() || "resource";
}
