/** What stands in a file in S3 that the definition reads but does not say who writes. */
import type { Samples } from "../../definition/document";
import { samePath } from "../../definition/path";
import type { Value } from "../../definition/value";
import { analysisOf, type StepEntry } from "../../graph/stepTree";
import { readStepSample, sampleOfIteration } from "../../steps/runs/values/stepSample";
import type { DocumentLocation } from "../values/documents";
import { type Expectations, sampleDocument } from "./expectations";
import { pinnedValue } from "./pinned";

export interface FileReader {
  /** The name of the step's run, under which samples may be kept, too. */
  readonly name: string;
  readonly entry: StepEntry;
  readonly iteration: { readonly index: number } | null;
}

/**
 * The first of these that there is: what the user pinned by the file's name for the step that reads it; the same for a step that this
 * one is told to wait for, since that one writes it; a document that has what is read from it and makes its condition true.
 */
export function sampleFile(
  { name, entry, iteration }: FileReader,
  location: DocumentLocation,
  expectations: Expectations,
  samples: Samples | undefined,
): Value | undefined {
  const owners = [name, entry.key, ...analysisOf(entry).dependsOn.map(({ step }) => step)];
  for (const owner of owners) {
    const given = sampleOfIteration(readStepSample(samples?.get(owner)), iteration?.index ?? null);
    const pinned = pinnedValue(given, [location.file]);
    if (pinned !== undefined) return pinned;
  }
  const expected = (expectations.get(null) ?? []).filter(({ output }) => samePath(output, location.output));
  return expected.length === 0 ? undefined : sampleDocument(expected);
}
