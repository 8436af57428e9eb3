import { type Path, printPath } from "../definition/path";
import { get, isList, isObject, type ObjectValue, text } from "../definition/value";
import { type FoundReference, listReferences } from "../references/read";
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

/** What one step says of others, itself alone (what lies in its slots speaks for itself). */
export interface StepAnalysis {
  readonly references: readonly FoundReference[];
  readonly dependsOn: readonly DependsOnEntry[];
  /** Reasons by the name of the step they point at, in the order in which the names first come. */
  readonly reasons: ReadonlyMap<string, readonly OwnReason[]>;
  /** What the graph made of it last. Kept here, because each table of weak keys costs the garbage collector a pass of its own. */
  memo: unknown;
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
  const inSlot = (path: Path) =>
    slots.length > 0 && path.length === 2 && path[0] === "Arguments" && slots.some(({ key }) => key === path[1]);
  const references = listReferences(step, [], (path) => inSlot(path) || path[0] === "DependsOn");
  const dependsOn = readDependsOn(step);
  const reasons = new Map<string, OwnReason[]>();
  const add = (name: string, reason: OwnReason) => {
    const list = reasons.get(name);
    if (list === undefined) reasons.set(name, [reason]);
    else list.push(reason);
  };
  for (const found of references) {
    if (found.reference.kind !== "step") continue;
    const { step: name, property } = found.reference;
    add(name, { kind: "data", output: property, field: printPath(found.field), path: found.field });
  }
  for (const { step: name, trigger, index } of dependsOn) add(name, { kind: "order", trigger, index });
  return { references, dependsOn, reasons, memo: null };
}

/** `DependsOn` in both forms: a name, or `{Step, Trigger}`. A name means Completed (pipeline-definition 2.0.4). */
export function readDependsOn(step: ObjectValue): DependsOnEntry[] {
  const list = get(step, "DependsOn");
  if (!isList(list)) return [];
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
