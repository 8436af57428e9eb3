import { type Path, printPath } from "../definition/path";
import { get, isList, isObject, type ObjectValue, text } from "../definition/value";
import { type FoundReference, listReferences } from "../references/read";
import type { Slot } from "../schema/stepType";
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
  /** What the graph made of it last. Kept here, because each table of weak keys costs the garbage collector a pass of its own. */
  memo: unknown;
  /** What others found out about the step, each at its own place, see `perStep`. */
  readonly kept: unknown[];
}

const remembered = new WeakMap<ObjectValue, StepAnalysis>();

/**
 * Reads a step's references and `DependsOn`. Remembered by the step object, so an edit costs the step it touched.
 * The whole step is read, not only `Arguments`: the check steps keep expressions beside it (pipeline-definition 4.1).
 */
export function analyseStep(step: ObjectValue): StepAnalysis {
  let analysis = remembered.get(step);
  if (analysis === undefined) {
    analysis = analyse(step);
    remembered.set(step, analysis);
  }
  return analysis;
}

function analyse(step: ObjectValue): StepAnalysis {
  const { slots } = stepTypeOf(text(get(step, "Type")) ?? "");
  const references = listReferences(
    step,
    [],
    slots.length === 0 ? isDependsOn : (path) => isDependsOn(path) || isIn(slots, path),
  );
  const dependsOn = readDependsOn(step);
  const pointsAt: { name: string; reasons: OwnReason[] }[] = [];
  for (const { reference, field } of references) {
    if (reference.kind !== "step") continue;
    add(pointsAt, reference.step, { kind: "data", output: reference.property, field: printPath(field), path: field });
  }
  for (const { step: name, trigger, index } of dependsOn) add(pointsAt, name, { kind: "order", trigger, index });
  return {
    references: references.length === 0 ? noReferences : references,
    dependsOn,
    pointsAt: pointsAt.length === 0 ? nothing : pointsAt,
    memo: null,
    kept: [],
  };
}

const noReferences: readonly FoundReference[] = [];
const nothing: readonly PointsAt[] = [];
const noDependsOn: readonly DependsOnEntry[] = [];

function isDependsOn(path: Path): boolean {
  return path.length === 1 && path[0] === "DependsOn";
}

function isIn(slots: readonly Slot[], path: Path): boolean {
  return path.length === 2 && path[0] === "Arguments" && slots.some(({ key }) => key === path[1]);
}

function add(list: { name: string; reasons: OwnReason[] }[], name: string, reason: OwnReason): void {
  for (let i = 0; i < list.length; i++) {
    const one = list[i];
    if (one?.name === name) {
      one.reasons.push(reason);
      return;
    }
  }
  list.push({ name, reasons: [reason] });
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
