import { type Path, printPath } from "../definition/path";
import { append } from "../definition/shortList";
import { get, isList, type ObjectValue, text } from "../definition/value";
import { type FoundReference, isKnownReference, listReferences } from "../references/read";
import { SharedPaths } from "../references/sharedPaths";
import { oncePerObject } from "../remember";
import type { Slot, StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { Pointing, type PointsAt, type Trigger } from "./pointing";

export type { OwnReason, PointsAt, Trigger } from "./pointing";

export interface DependsOnEntry {
  readonly step: string;
  readonly trigger: Trigger | string;
  readonly index: number;
}

/** What one step says of others, itself alone (what lies in its slots speaks for itself). */
export interface StepAnalysis {
  readonly references: readonly FoundReference[];
  /** Each of them is one that the SDK's grammar knows. */
  readonly isSound: boolean;
  readonly dependsOn: readonly DependsOnEntry[];
  /** The steps it points at by their names, in the order in which they first come, each with its reasons. */
  readonly pointsAt: readonly PointsAt[];
}

/**
 * Reads a step's references and `DependsOn`; `analysisOf` remembers it for a step of a pipeline.
 * The whole step is read, not only `Arguments`: the check steps keep expressions beside it.
 */
export function analyseStep(
  step: ObjectValue,
  stepType: StepType = stepTypeOf(text(get(step, "Type")) ?? ""),
): StepAnalysis {
  const { slots } = stepType;
  const skip = slots.length === 0 ? isDependsOn : (path: Path) => isDependsOn(path) || isIn(slots, path);
  const references = listReferences(step, [], skip, pathsOf(stepType));
  const dependsOn = readDependsOn(step);
  const pointing = new Pointing();
  let isSound = true;
  for (const { reference, field } of references) {
    if (reference.kind !== "step") {
      isSound &&= isKnownReference(reference);
      continue;
    }
    const { step: name, property: output } = reference;
    pointing.add(name, { kind: "data", output, field: printed(field), path: field });
  }
  for (const { step: name, trigger, index } of dependsOn) {
    pointing.add(name, { kind: "order", trigger, index });
  }
  return { references, isSound, dependsOn, pointsAt: pointing.list ?? nothing };
}

const pathsOf = oncePerObject((_: StepType) => new SharedPaths());

/** The paths are shared, so each is printed once. */
const printed = oncePerObject(printPath);

const nothing: readonly PointsAt[] = [];
const noDependsOn: readonly DependsOnEntry[] = [];

function isDependsOn(path: Path): boolean {
  return path.length === 1 && path[0] === "DependsOn";
}

function isIn(slots: readonly Slot[], path: Path): boolean {
  return path.length === 2 && path[0] === "Arguments" && slots.some(({ key }) => key === path[1]);
}

/** `DependsOn` in both forms: a name, or `{Step, Trigger}`. A name means Completed. */
export function readDependsOn(step: ObjectValue): readonly DependsOnEntry[] {
  const list = get(step, "DependsOn");
  if (!isList(list)) return noDependsOn;
  let found: DependsOnEntry[] | null = null;
  for (let index = 0; index < list.length; index++) {
    const item = list[index];
    const step = typeof item === "string" ? item : text(get(item, "Step"));
    if (step === undefined) continue;
    found = append(found, { step, trigger: text(get(item, "Trigger")) ?? "Completed", index });
  }
  return found ?? noDependsOn;
}
