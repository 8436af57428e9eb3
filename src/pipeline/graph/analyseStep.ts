import { type Path, printPath } from "../definition/path";
import { get, isList, isObject, type ObjectValue, text } from "../definition/value";
import { type FoundReference, listReferences } from "../references/read";
import type { Slot, StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";

export type Trigger = "Completed" | "Failed" | "Stopped" | "Any";

/** A step's reason to wait for another, by the other's name. */
export type OwnReason =
  | {
      readonly kind: "data";
      /** What stands behind `Steps.NAME.`, e.g. `OutputParameters['train_path']`. */
      readonly output: string;
      /** Printed path of the field that reads it, relative to the step. */
      readonly field: string;
      readonly path: Path;
    }
  | { readonly kind: "order"; readonly trigger: Trigger | string; readonly index: number };

export interface DependsOnEntry {
  readonly step: string;
  readonly trigger: Trigger | string;
  readonly index: number;
}

export interface PointsAt {
  readonly name: string;
  readonly reasons: readonly OwnReason[];
}

/** What one step says of others, itself alone (what lies in its slots speaks for itself). */
export interface StepAnalysis {
  readonly references: readonly FoundReference[];
  readonly dependsOn: readonly DependsOnEntry[];
  /** The steps it points at by their names, in the order in which they first come, each with its reasons. */
  readonly pointsAt: readonly PointsAt[];
}

/**
 * Reads a step's references and `DependsOn`; `analysisOf` remembers it for a step of a pipeline.
 * The whole step is read, not only `Arguments`: the check steps keep expressions beside it (pipeline-definition 4.1).
 */
export function analyseStep(
  step: ObjectValue,
  { slots }: StepType = stepTypeOf(text(get(step, "Type")) ?? ""),
): StepAnalysis {
  const skip = slots.length === 0 ? isDependsOn : (path: Path) => isDependsOn(path) || isIn(slots, path);
  const references = listReferences(step, [], skip);
  const dependsOn = readDependsOn(step);
  let pointsAt: Pointing[] | null = null;
  for (const { reference, field } of references) {
    if (reference.kind !== "step") continue;
    const { step: name, property: output } = reference;
    pointsAt = add(pointsAt, name, { kind: "data", output, field: printPath(field), path: field });
  }
  for (const { step: name, trigger, index } of dependsOn) {
    pointsAt = add(pointsAt, name, { kind: "order", trigger, index });
  }
  return { references, dependsOn, pointsAt: pointsAt ?? nothing };
}

const nothing: readonly PointsAt[] = [];
const noDependsOn: readonly DependsOnEntry[] = [];

function isDependsOn(path: Path): boolean {
  return path.length === 1 && path[0] === "DependsOn";
}

function isIn(slots: readonly Slot[], path: Path): boolean {
  return path.length === 2 && path[0] === "Arguments" && slots.some(({ key }) => key === path[1]);
}

interface Pointing extends PointsAt {
  readonly reasons: OwnReason[];
}

/** A list that is made with its first element takes less room than one that grows: most have one. */
function add(list: Pointing[] | null, name: string, reason: OwnReason): Pointing[] {
  if (list === null) return [{ name, reasons: [reason] }];
  for (let i = 0; i < list.length; i++) {
    const one = list[i];
    if (one?.name === name) {
      one.reasons.push(reason);
      return list;
    }
  }
  list.push({ name, reasons: [reason] });
  return list;
}

/** `DependsOn` in both forms: a name, or `{Step, Trigger}`. A name means Completed (pipeline-definition 2.0.4). */
export function readDependsOn(step: ObjectValue): readonly DependsOnEntry[] {
  const list = get(step, "DependsOn");
  if (!isList(list)) return noDependsOn;
  const found: DependsOnEntry[] = [];
  list.forEach((item, index) => {
    if (typeof item === "string") found.push({ step: item, trigger: "Completed", index });
    else if (isObject(item)) {
      const name = text(get(item, "Step"));
      if (name !== undefined) found.push({ step: name, trigger: text(get(item, "Trigger")) ?? "Completed", index });
    }
  });
  return found;
}
