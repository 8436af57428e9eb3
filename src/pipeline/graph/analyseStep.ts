import { type Path, printPath } from "../definition/path";
import { append } from "../definition/shortList";
import { get, isList, type ObjectValue, text } from "../definition/value";
import { type FoundReference, listReferences } from "../references/read";
import { SharedPaths } from "../references/sharedPaths";
import { oncePerObject } from "../remember";
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
  let pointsAt: PointsAt[] | null = null;
  for (const { reference, field } of references) {
    if (reference.kind !== "step") continue;
    const { step: name, property: output } = reference;
    pointsAt = add(pointsAt, name, { kind: "data", output, field: printed(field), path: field });
  }
  for (const { step: name, trigger, index } of dependsOn) {
    pointsAt = add(pointsAt, name, { kind: "order", trigger, index });
  }
  return { references, dependsOn, pointsAt: pointsAt ?? nothing };
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

function add(list: PointsAt[] | null, name: string, reason: OwnReason): PointsAt[] {
  for (let i = 0; list !== null && i < list.length; i++) {
    const { name: known, reasons } = list[i] as PointsAt;
    if (known !== name) continue;
    list[i] = { name, reasons: append(reasons as OwnReason[], reason) };
    return list;
  }
  return append(list, { name, reasons: [reason] });
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
