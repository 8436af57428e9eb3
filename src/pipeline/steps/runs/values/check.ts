import { get, type Value } from "../../../definition/value";
import { type EndedStep, type Metadata, repeatedMetadata } from "./metadata";
import { defaultBucket, jobNameOf } from "./names";
import type { OutputsOfRun } from "./sampleRequest";

type CheckedFile = "Constraints" | "Statistics";

/** The baselines that a check calculates and those that it compares with. */
export function checkOutputs(files: readonly CheckedFile[]): OutputsOfRun {
  return ({ context, name }) => {
    const uri = (file: string) => `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/output/${file}`;
    return [
      ["CalculatedBaseline", ""],
      ["BaselineUsedForDriftCheck", "baseline/"],
    ].flatMap(([prefix, folder]) =>
      files.map((file) => [[`${prefix}${file}`], uri(`${folder}${file.toLowerCase()}.json`)] as const),
    );
  };
}

export function checkMetadata(key: string, files: readonly CheckedFile[]): Metadata {
  const names = ["BaselineUsedForDriftCheck", "CalculatedBaseline"].flatMap((prefix) =>
    files.map((file) => `${prefix}${file}`),
  );
  return repeatedMetadata(key, names, settings);
}

/** What it repeats of what stands beside `Arguments`. */
function settings({ envelope }: EndedStep): Readonly<Record<string, Value>> {
  const given = ["ModelPackageGroupName", "SkipCheck", "RegisterNewBaseline"].flatMap((name) => {
    const value = get(envelope, name);
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return { CheckType: get(envelope, "CheckType") ?? "", ...Object.fromEntries(given) };
}
