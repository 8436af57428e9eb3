import { printPath, type Segment } from "../definition/path";
import type { StepEntry } from "../graph/stepTree";
import type { FoundReference, Reference } from "../references/read";
import type { Place } from "../schema/place";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { selectedStep } from "../steps/iteration";
import type { FieldKind, ValueKind } from "../wiring/wire";
import type { Neighbours } from "./neighbours";

/** What a reference reads of a step which is there. */
export interface Read {
  /** The step whose property is read: of a loop's iteration, the step in its body. */
  readonly source: StepEntry;
  readonly sourceType: StepType;
  readonly property: string;
  readonly segments: readonly Segment[];
  /** What stands before the property in the reference's text. */
  readonly prefix: string;
}

/** What a field that holds nothing but a reference takes, and what it would get. */
export interface Kinds {
  readonly source: ValueKind;
  readonly field: FieldKind;
}

/** One reference of a step, with what it reads. The object is used again for the next one. */
export interface Link {
  readonly entry: StepEntry;
  readonly stepType: StepType;
  readonly neighbours: Neighbours;
  /** The place of the step itself. */
  readonly root: Place;
  readonly found: FoundReference;
  /** Null where it reads no step, or one that is not there. */
  readonly read: Read | null;
  /** What it gives, and what its field takes; null where one of the two is not known, and where both are the same. */
  readonly kinds: Kinds | null;
}

/** Follows a reference to the step that it reads. */
export function readOf({ reference }: FoundReference, neighbours: Neighbours): Read | null {
  if (reference.kind !== "step") return null;
  const source = neighbours.step(reference.step);
  return source === undefined ? null : intoLoop(reference, source, neighbours);
}

type StepReference = Extract<Reference, { kind: "step" }>;

/** `Steps.Loop.IterationOutputs[0].Body.…` and `Steps.Loop.Selected.…` read the step in the body. */
function intoLoop(reference: StepReference, source: StepEntry, neighbours: Neighbours): Read {
  const { property, segments, step } = reference;
  const sourceType = stepTypeOf(source.type);
  const whole: Read = { source, sourceType, property, segments, prefix: `Steps.${step}` };
  const { slots } = sourceType;
  if (slots.length === 0 || !slots.some(({ edge }) => edge === "each")) return whole;
  const [root, index, name] = segments;
  const isIteration = root === "IterationOutputs" && typeof index === "number" && typeof name === "string";
  const body = isIteration ? name : root === "Selected" ? selectedStep(source.step) : null;
  const inner = body === null ? undefined : neighbours.step(body);
  if (inner === undefined || inner.parent !== source.key) return whole;
  const rest = segments.slice(isIteration ? 3 : 1);
  const prefix = isIteration ? `Steps.${step}.IterationOutputs[${index}].${name}` : `Steps.${step}.Selected`;
  return { source: inner, sourceType: stepTypeOf(inner.type), property: printPath(rest), segments: rest, prefix };
}
