import type { Path } from "../definition/path";
import { get, type ObjectValue } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import type { ApiModels } from "../schema/model";
import { type ScalarField, scalarFields } from "../schema/scalarFields";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { isMisfit, match, type Named } from "./match";
import { defaultPorts, portFits } from "./portPattern";
import type { WireSource } from "./wire";

/** A field that a wire could go to, before anybody has judged it. */
export interface Candidate {
  readonly path: Path;
  readonly isNew: boolean;
  /** An argument that would be called as what it reads: no name speaks for it. */
  readonly isInvented?: true;
  readonly needed: boolean;
  readonly isEnum: boolean;
  /** Its type shows it as a port by default. */
  readonly isPort: boolean;
}

/** All fields of a step, as its model has them, and the argument that it could get. */
export function candidates({ step, type }: StepEntry, models: ApiModels, source: Named): Candidate[] {
  const stepType = stepTypeOf(type);
  const fields = scalarFields(models.get(type), stepType, step).map((field) =>
    candidateOf(field, portFits(stepType, field.path)),
  );
  const added = newArgument(step, stepType, source);
  return added === null ? fields : [...fields, added];
}

/** A field as its step's model has it; `isPort` where its type shows it as a port by default. */
export function candidateOf({ path, isNew, needed, enum: values }: ScalarField, isPort: boolean): Candidate {
  return { path, isNew, needed, isEnum: values !== null, isPort };
}

/** The argument that a step of any arguments could get, called as what it would read; null where it has one or takes none. */
function newArgument(step: ObjectValue, { argumentsForm }: StepType, source: Named): Candidate | null {
  if (argumentsForm !== "open") return null;
  const name = source.label.replace(/^\[|\]$/g, "");
  if (get(get(step, "Arguments"), name) !== undefined) return null;
  const path = ["Arguments", name];
  return { path, isNew: true, isInvented: true, needed: false, isEnum: false, isPort: false };
}

/** The fields that a step shows as ports, and the argument that it could get. */
export function usualFields({ step, type }: StepEntry, source: Named): readonly Candidate[] {
  const stepType = stepTypeOf(type);
  const ports = defaultPorts(stepType, step).map(
    (path): Candidate => ({ path, isNew: false, needed: true, isEnum: false, isPort: true }),
  );
  const added = newArgument(step, stepType, source);
  return added === null ? ports : [...ports, added];
}

/** What speaks for a field beside its name. */
export function bonusOf(field: Candidate): number {
  return (
    (field.needed ? 8 : 0) +
    (field.isPort ? 25 : 0) -
    (field.isNew ? 15 : 0) -
    (field.isInvented ? 125 : 0) -
    (field.isEnum ? 40 : 0) -
    field.path.length / 10
  );
}

/**
 * True for a field that nobody means by a wire of this source: its name says that it takes something else, it says how a condition
 * compares, or it takes one of a few words, and what comes out of a step is none of them. A wire can still be drawn to its port.
 */
export function isUnlikely(source: WireSource, named: Named, field: Named, { path, isEnum }: Candidate): boolean {
  if (isMisfit(named, field) || (path.at(-1) === "Type" && path.includes("Conditions"))) return true;
  return source.kind !== "parameter" && isEnum && match(named, field).why !== "same name";
}
