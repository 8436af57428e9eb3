import { printPath, type Segment } from "../definition/path";
import { analyseStep } from "../graph/analyseStep";
import type { StepEntry } from "../graph/stepTree";
import type { FoundReference, Reference } from "../references/read";
import { stepTypeOf } from "../steps";
import { selectedStep } from "../steps/iteration";
import type { Around } from "./around";

/** A field that reads a step which is there. */
export interface Read {
  readonly found: FoundReference;
  /** The step whose property is read: of a loop's iteration, the step in its body. */
  readonly source: StepEntry;
  readonly property: string;
  readonly segments: readonly Segment[];
  /** What stands before the property in the reference's text. */
  readonly prefix: string;
}

/** What a step reads of others; references to steps that are not there are left out. */
export function readsOf({ step }: StepEntry, around: Around): readonly Read[] {
  if (last?.around !== around) last = { around, reads: readsIn(step, around) };
  return last.reads;
}

/** Of a step's many rules most ask for the same, one after the other. */
let last: { readonly around: Around; readonly reads: readonly Read[] } | null = null;

function readsIn(step: StepEntry["step"], around: Around): readonly Read[] {
  const reads: Read[] = [];
  for (const found of analyseStep(step).references) {
    const { reference } = found;
    if (reference.kind !== "step") continue;
    const source = around.step(reference.step);
    if (source !== undefined) reads.push(intoLoop(found, reference, source, around));
  }
  return reads;
}

type StepReference = Extract<Reference, { kind: "step" }>;

/** `Steps.Loop.IterationOutputs[0].Body.…` and `Steps.Loop.Selected.…` read the step in the body. */
function intoLoop(found: FoundReference, reference: StepReference, source: StepEntry, around: Around): Read {
  const { property, segments, step } = reference;
  const whole: Read = { found, source, property, segments, prefix: `Steps.${step}` };
  const { slots } = stepTypeOf(source.type);
  if (slots.length === 0 || !slots.some(({ edge }) => edge === "each")) return whole;
  const [root, index, name] = segments;
  const isIteration = root === "IterationOutputs" && typeof index === "number" && typeof name === "string";
  const body = isIteration ? name : root === "Selected" ? selectedStep(source.step) : null;
  const inner = body === null ? undefined : around.step(body);
  if (inner === undefined || inner.parent !== source.key) return whole;
  const rest = segments.slice(isIteration ? 3 : 1);
  const prefix = isIteration ? `Steps.${step}.IterationOutputs[${index}].${name}` : `Steps.${step}.Selected`;
  return { found, source: inner, property: printPath(rest), segments: rest, prefix };
}
