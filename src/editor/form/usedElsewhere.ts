/** What a field of one step could share with the others: the roles, images, machines and places in S3 that they name. */
import { lastName, type Path } from "../../pipeline/definition/path";
import { serialise } from "../../pipeline/definition/serialise";
import { entries, getIn, isList, isObject, type ObjectValue, type Value } from "../../pipeline/definition/value";
import { listSteps, type StepEntry } from "../../pipeline/graph/stepTree";
import { isImageField } from "../../pipeline/images/imageField";
import { isExpression, readExpression } from "../../pipeline/references/read";
import { oncePerObject } from "../../pipeline/remember";
import type { ApiModels } from "../../pipeline/schema/model";
import type { Place } from "../../pipeline/schema/place";
import { placeAt } from "../../pipeline/schema/placesOf";
import { isStepRole } from "../../pipeline/schema/stepRole";
import type { StepType } from "../../pipeline/schema/stepType";
import { stepTypeOf } from "../../pipeline/steps";

export type Family = "role" | "image" | "instance type" | "location in S3";

/** What fields of this name hold in any step; null for what steps do not share. */
export function familyOf(name: string): Family | null {
  if (isStepRole(name)) return "role";
  if (isImageField(name)) return "image";
  if (/InstanceType$/.test(name)) return "instance type";
  return /S3(Uri|OutputPath|OutputUri)$|^OutputLocation$|^ModelDataUrl$/.test(name) ? "location in S3" : null;
}

export interface Used {
  readonly value: Value;
  /** The steps that have it, in the order of the document. */
  readonly steps: readonly string[];
}

/** What other steps have in fields of the same family, what most of them have first. */
export function usedElsewhere(definition: ObjectValue, step: string, family: Family): readonly Used[] {
  const found = new Map<string, { value: Value; steps: string[] }>();
  for (const entry of listSteps(definition)) {
    if (entry.key === step) continue;
    for (const value of valuesOf(entry.step, entry.type).get(family) ?? []) {
      const text = serialise(value);
      const used = found.get(text) ?? { value, steps: [] };
      if (!used.steps.includes(entry.key)) used.steps.push(entry.key);
      found.set(text, used);
    }
  }
  return [...found.values()].sort((left, right) => right.steps.length - left.steps.length);
}

/** The values of a step, by family: texts, and what reads a parameter alone. What other steps give belongs to its own reader. */
const valuesOf = oncePerObject((step: ObjectValue, type: string): ReadonlyMap<Family, readonly Value[]> => {
  const slots = new Set(stepTypeOf(type).slots.map(({ key }) => key));
  const found = new Map<Family, Value[]>();
  const visit = (value: Value, name: string): void => {
    const family = familyOf(name);
    if (family !== null && isShared(value)) found.set(family, [...(found.get(family) ?? []), value]);
    else if (isList(value)) for (const inner of value) visit(inner, name);
    else if (isObject(value) && !isExpression(value)) {
      for (const [key, inner] of entries(value)) if (!slots.has(key)) visit(inner, key);
    }
  };
  visit(step, "");
  return found;
});

function isShared(value: Value): boolean {
  if (typeof value === "string") return value !== "";
  const read = readExpression(value);
  return read?.kind === "get" && read.reference.kind === "parameter";
}

/** A field of another step that lacks what this one has. */
export interface Lacking {
  readonly step: string;
  readonly path: Path;
}

/** The fields of the same family that other steps of the pipeline leave empty: their role, and what their type's draft begins with. */
export function lackingElsewhere(
  definition: ObjectValue,
  models: ApiModels,
  step: string,
  family: Family,
): readonly Lacking[] {
  return listSteps(definition).flatMap((entry) =>
    entry.key === step
      ? []
      : pathsOf(entry, models, family)
          .filter((path) => isEmpty(getIn(entry.step, path)))
          .map((path) => ({ step: entry.key, path })),
  );
}

function pathsOf({ type, step }: StepEntry, models: ApiModels, family: Family): readonly Path[] {
  const stepType = stepTypeOf(type);
  if (stepType.argumentsForm !== "request") return [];
  if (family === "role") return rolesOf(placeAt(stepType, models.get(type), ["Arguments"]));
  return draftedIn(stepType).filter((path) => {
    return familyOf(lastName(path)) === family && getIn(step, path.slice(0, -1)) !== undefined;
  });
}

const rolesOf = oncePerObject((request: Place): readonly Path[] =>
  [...request.members()].flatMap(({ name, dropped }) => (isStepRole(name) && !dropped ? [["Arguments", name]] : [])),
);

/** The texts that a type's draft begins with, those of lists apart. */
const draftedIn = oncePerObject((stepType: StepType): readonly Path[] => textsIn(stepType.create(), []));

function textsIn(value: Value, at: Path): readonly Path[] {
  if (typeof value === "string") return [at];
  return isObject(value) ? entries(value).flatMap(([key, inner]) => textsIn(inner, [...at, key])) : [];
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === "";
}
