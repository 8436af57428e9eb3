import type { Path } from "../../../definition/path";
import { get, getIn, isList, type ObjectValue, text, type Value } from "../../../definition/value";
import type { Expectation } from "./expectation";
import type { ExecutionContext } from "./names";
import type { StepSample } from "./stepSample";

/** All that the samples of one run of a step depend on: the same request always gets the same samples. */
export interface SampleRequest {
  readonly step: ObjectValue;
  /** The name of this run of the step: the step's own, or `<body>-<index>` in a ForEach. */
  readonly name: string;
  /** The step's `Arguments`, resolved. */
  readonly request: Value;
  readonly context: ExecutionContext;
  readonly expected: readonly Expectation[];
  /** What the user pinned for this step; null when there is nothing. */
  readonly given: StepSample | null;
  /** Which iteration of a ForEach, so that metrics differ and a Selector has a choice. */
  readonly iteration: number | null;
}

/** Outputs that a run is known to give, as paths behind `Steps.NAME.` with sample values. */
export type OutputsOfRun = (sample: SampleRequest) => readonly (readonly [Path, Value])[];

/** A text that the request gives; what is left empty is not given. */
export function askedText(request: Value, ...path: Path): string | undefined {
  return text(getIn(request, path)) || undefined;
}

/** The names of a Lambda's or Callback's declared outputs, with their types. */
export function declaredOutputs(step: ObjectValue): readonly { readonly name: string; readonly type: string }[] {
  const list = get(step, "OutputParameters");
  if (!isList(list)) return [];
  return list.flatMap((item) => {
    const name = get(item, "OutputName");
    const type = get(item, "OutputType");
    return typeof name === "string" ? [{ name, type: typeof type === "string" ? type : "String" }] : [];
  });
}
