import type { Samples } from "../../../pipeline/definition/document";
import { readStepSample } from "../../../pipeline/steps/runs/values/stepSample";

/** The runs that samples tell to fail, by the names that the local region gives them: of a loop's step `<body>-<index>`. */
export function failingIn(samples: Samples): readonly string[] {
  return [...samples].flatMap(([key, value]) => {
    const { fails, iterations } = readStepSample(value);
    if (fails !== null) return [key];
    return [...iterations].flatMap(([index, own]) => (own.fails === null ? [] : [`${key}-${index}`]));
  });
}
