import { lookup } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { type Path, parsePath, printPath } from "../definition/path";
import { get, objectOf } from "../definition/value";
import { looseEntry, type StepEntry, stepsByKey } from "../graph/stepTree";
import { oncePerObject } from "../remember";
import type { ApiModels } from "../schema/model";
import { type ScalarField, scalarFields } from "../schema/scalarFields";
import type { StepType } from "../schema/stepType";
import { stepTypeList, stepTypeOf } from "../steps";
import { fieldName, structureAround } from "./fieldName";
import { fitOf } from "./fit";
import { judgeWire, type Verdict } from "./judge";
import { sourceKind, sourceLabel } from "./kinds";
import { match, type Named } from "./match";
import { portFits } from "./portPattern";
import type { WireSource } from "./wire";

/** A field that a wire could go to. */
export interface TargetChoice {
  readonly path: Path;
  readonly printed: string;
  /** `S3Uri` */
  readonly label: string;
  /** What tells it apart: `of channel train`, `of a new channel`, `PrimaryContainer`. */
  readonly hint: string | null;
  /** Why it is offered so high: `best match: same name`; null for most. */
  readonly match: string | null;
  readonly verdict: Verdict;
}

interface Ranked extends TargetChoice {
  readonly score: number;
  readonly why: string | null;
}

/** What a source is called, for matching: its last name, and the step or element that it belongs to. */
export function namedSource(source: WireSource): Named {
  const path = source.kind === "output" ? parsePath(source.output) : null;
  const element = path?.findLast((segment, i) => i > 0 && i < path.length - 1 && typeof segment === "string") ?? null;
  return { label: sourceLabel(source), hint: typeof element === "string" ? element : null };
}

/** The fields of a step that a source could go to: the best match first, those that refuse it last, with their reason. */
export function listTargets(
  document: PipelineDocument,
  models: ApiModels,
  source: WireSource,
  step: string,
): readonly TargetChoice[] {
  const entry = stepsByKey(document.definition).get(step);
  if (entry === undefined) return [];
  const named = namedSource(source);
  const ranked = candidates(entry, models, named)
    .map((field) => rank(document, models, source, named, entry, field))
    .sort((left, right) => right.score - left.score);
  const best = ranked[0];
  return ranked.map(({ score, why, ...choice }): TargetChoice => {
    const isBest = best !== undefined && choice.printed === best.printed && choice.verdict.ok && score >= 30;
    return isBest && why !== null ? { ...choice, match: `best match: ${why}` } : choice;
  });
}

interface Candidate {
  readonly path: Path;
  readonly isNew: boolean;
  readonly needed: boolean;
  readonly present: boolean;
  readonly isEnum: boolean;
}

function candidates({ step, type }: StepEntry, models: ApiModels, source: Named): Candidate[] {
  const stepType = stepTypeOf(type);
  const fields = scalarFields(models.get(type), stepType, step).map(
    (field: ScalarField): Candidate => ({ ...field, isEnum: field.enum !== null }),
  );
  if (stepType.argumentsForm !== "open") return fields;
  const name = source.label.replace(/^\[|\]$/g, "");
  const taken = get(get(step, "Arguments"), name) !== undefined;
  if (taken) return fields;
  const added = { path: ["Arguments", name], isNew: true, needed: false, present: false, isEnum: false };
  return [...fields, added];
}

function rank(
  document: PipelineDocument,
  models: ApiModels,
  source: WireSource,
  named: Named,
  { key, step, type }: StepEntry,
  field: Candidate,
): Ranked {
  const stepType = stepTypeOf(type);
  const verdict = judgeWire(document, models, source, { step: key, path: field.path });
  const name = fieldName(step, field.path);
  const { score, why } = match(named, name);
  const bonus =
    (field.needed ? 8 : 0) +
    (portFits(stepType, field.path) ? 25 : 0) +
    (verdict.ok && !verdict.conversion ? 10 : 0) +
    (verdict.ok && verdict.replaces === null ? 4 : 0) -
    (field.isNew ? 15 : 0) -
    (field.isEnum ? 40 : 0) -
    (verdict.ok ? 0 : 1000) -
    field.path.length / 10;
  return {
    path: field.path,
    printed: printPath(field.path),
    label: name.label,
    hint: hintOf(field, name.hint, stepType),
    match: null,
    verdict,
    score: score + bonus,
    why,
  };
}

const elementWords: Readonly<Record<string, string>> = {
  InputDataConfig: "channel",
  ProcessingInputs: "input",
  Outputs: "output",
  Containers: "container",
  Conditions: "condition",
  HyperParameters: "hyperparameter",
  Environment: "environment variable",
  Tags: "tag",
};

/** What the element or the map around a field is, in words. */
function hintOf({ path, isNew }: Candidate, element: string | null, stepType: StepType): string | null {
  const lists = path.flatMap((segment, i) => (typeof segment === "number" ? [String(path[i - 1])] : []));
  const list = lists.at(-1);
  if (list !== undefined) {
    const word = lookup(elementWords, list) ?? "element";
    if (isNew) return `of a new ${word}`;
    return element === null ? `of ${list}` : `of ${word} ${element}`;
  }
  if (stepType.argumentsForm === "open") return isNew ? "a new argument" : "argument";
  const around = structureAround(path);
  return around === null ? null : (lookup(elementWords, around) ?? `of ${around}`);
}

/** A step type with a field that a source fits, for a wire dropped on empty canvas. */
export interface TypeChoice {
  readonly type: string;
  readonly label: string;
  readonly path: Path;
  readonly fieldLabel: string;
}

/**
 * The step types that have a field for a source, with the field of their draft that fits best. A type whose model is not given
 * is offered by its default ports.
 */
export function typesThatTake(
  document: PipelineDocument,
  models: ApiModels,
  source: WireSource,
): readonly TypeChoice[] {
  const kind = sourceKind(document, models, source);
  const named = namedSource(source);
  return stepTypeList.flatMap((stepType): TypeChoice[] => {
    const path = bestOfDraft(stepType, models, kind, named);
    if (path === null) return [];
    return [{ type: stepType.type, label: stepType.label, path, fieldLabel: fieldName(draftOf(stepType), path).label }];
  });
}

const draftOf = oncePerObject((stepType: StepType) =>
  objectOf([["Name", ""], ["Type", stepType.type], ...Object.entries(stepType.create())]),
);

function bestOfDraft(
  stepType: StepType,
  models: ApiModels,
  kind: ReturnType<typeof sourceKind>,
  named: Named,
): Path | null {
  const step = draftOf(stepType);
  const entry = looseEntry(step);
  const fields = scalarFields(models.get(stepType.type), stepType, step);
  const kinds = new Map(fields.map((field) => [printPath(field.path), field]));
  const scored = candidates(entry, models, named)
    .filter(({ path }) => {
      const field = kinds.get(printPath(path));
      if (field === undefined) return true;
      if (field.literalOnly || field.enum !== null) return false;
      const fieldKind = field.kind === "any" ? "scalar" : field.kind === "document" ? "unknown" : field.kind;
      return fitOf(kind, fieldKind === "timestamp" || fieldKind === "blob" ? "string" : fieldKind).fits;
    })
    .map((field) => ({
      field,
      score:
        match(named, fieldName(step, field.path)).score +
        (portFits(stepType, field.path) ? 25 : 0) +
        (field.needed ? 8 : 0) -
        field.path.length / 10,
    }))
    .sort((left, right) => right.score - left.score);
  return scored[0]?.field.path ?? null;
}
