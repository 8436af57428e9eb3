/** What is offered to whoever goes on from a value: the step types that take it, the wire that names speak for. */
import type { PipelineDocument } from "../definition/document";
import { type Path, printPath } from "../definition/path";
import { objectOf } from "../definition/value";
import { looseEntry, stepsByKey } from "../graph/stepTree";
import { oncePerObject } from "../remember";
import type { ApiModels } from "../schema/model";
import { scalarFields } from "../schema/scalarFields";
import type { StepType } from "../schema/stepType";
import { stepTypeList, stepTypeOf } from "../steps";
import { outputsOf } from "../steps/outputs";
import { candidates, isUnlikely } from "./candidates";
import { fieldName } from "./fieldName";
import { fitOf } from "./fit";
import { namedSource, sourceKind } from "./kinds";
import { match, type Named } from "./match";
import { portFits } from "./portPattern";
import { rank } from "./targets";
import type { WireSource, WireTarget } from "./wire";

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
  const found = stepTypeList.flatMap((stepType) => {
    const best = bestOfDraft(stepType, models, kind, source, named);
    if (best === null) return [];
    const { path, score } = best;
    const fieldLabel = fieldName(draftOf(stepType), path).label;
    return [{ score, choice: { type: stepType.type, label: stepType.label, path, fieldLabel } }];
  });
  return found.sort((left, right) => right.score - left.score).map(({ choice }) => choice);
}

/** A wire from one of the shown outputs of a step to another step's field, where names speak for it; null where none does. */
export function bestWire(document: PipelineDocument, models: ApiModels, from: string, to: string): BestWire | null {
  const steps = stepsByKey(document.definition);
  const [giver, taker] = [steps.get(from), steps.get(to)];
  if (giver === undefined || taker === undefined) return null;
  const outputs = outputsOf(giver.step, models.get(giver.type), stepTypeOf(giver.type), models);
  let best: (BestWire & { readonly score: number }) | null = null;
  for (const { path: output, isDefaultPort } of outputs) {
    if (!isDefaultPort) continue;
    const source: WireSource = { kind: "output", step: from, output };
    const named = namedSource(source);
    for (const field of candidates(taker, models, named)) {
      const name = fieldName(taker.step, field.path);
      if (field.isInvented || match(named, name).why === null || isUnlikely(source, named, name, field)) continue;
      const { score, verdict } = rank(document, models, source, named, taker, field);
      const isPlain = verdict.ok && verdict.how === "get" && verdict.replaces === null;
      if (!isPlain || (best !== null && best.score >= score)) continue;
      best = { source, target: { step: to, path: field.path }, said: `${named.label} → ${name.label}`, score };
    }
  }
  return best;
}

export interface BestWire {
  readonly source: WireSource;
  readonly target: WireTarget;
  /** `train_path → S3Uri` */
  readonly said: string;
}

const draftOf = oncePerObject((stepType: StepType) =>
  objectOf([["Name", ""], ["Type", stepType.type], ...Object.entries(stepType.create())]),
);

function bestOfDraft(
  stepType: StepType,
  models: ApiModels,
  kind: ReturnType<typeof sourceKind>,
  source: WireSource,
  named: Named,
): { readonly path: Path; readonly score: number } | null {
  const step = draftOf(stepType);
  const entry = looseEntry(step);
  const fields = scalarFields(models.get(stepType.type), stepType, step);
  const kinds = new Map(fields.map((field) => [printPath(field.path), field]));
  const scored = candidates(entry, models, named)
    .filter((candidate) => {
      if (isUnlikely(source, named, fieldName(step, candidate.path), candidate)) return false;
      const field = kinds.get(printPath(candidate.path));
      if (field === undefined) return true;
      if (field.literalOnly || field.enum !== null) return false;
      const fieldKind = field.kind === "any" ? "scalar" : field.kind === "document" ? "unknown" : field.kind;
      return fitOf(kind, fieldKind === "timestamp" || fieldKind === "blob" ? "string" : fieldKind).fits;
    })
    .map((field) => ({
      path: field.path,
      score:
        match(named, fieldName(step, field.path)).score +
        (portFits(stepType, field.path) ? 25 : 0) +
        (field.needed ? 8 : 0) -
        (field.isInvented ? 140 : 0) -
        field.path.length / 10,
    }))
    .sort((left, right) => right.score - left.score);
  return scored[0] ?? null;
}
