import { lookup } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { type Path, printPath } from "../definition/path";
import { getIn } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { upstreamOf } from "../graph/order";
import { listSteps, type StepEntry, stepsByKey } from "../graph/stepTree";
import { isExpression } from "../references/read";
import type { ApiModels } from "../schema/model";
import { type ScalarField, scalarFields } from "../schema/scalarFields";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { bonusOf, type Candidate, candidateOf, candidates, isUnlikely, usualFields } from "./candidates";
import { enclosingStructure, fieldName } from "./fieldName";
import { judgeWire, type Verdict } from "./judge";
import { namedSource } from "./kinds";
import { match, matchingByName, type Named } from "./match";
import { portFits } from "./portPattern";
import { Search } from "./search";
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
    .filter((field) => !isUnlikely(source, named, fieldName(entry.step, field.path), field))
    .map((field) => rank(document, models, source, named, entry, field))
    .sort((left, right) => right.score - left.score);
  const best = ranked[0];
  return ranked.map(({ score, why, ...choice }): TargetChoice => {
    const isBest = best !== undefined && choice.printed === best.printed && choice.verdict.ok && score >= 30;
    return isBest && why !== null ? { ...choice, match: `best match: ${why}` } : choice;
  });
}

/** A field of one of many steps. */
export interface FoundTarget extends TargetChoice {
  readonly step: string;
}

const mostFound = 1_000;
const mostJudged = 120;

/**
 * The fields of any step that take a source and have all words of the search, the best match first; never more than a person can read.
 * Of a large pipeline the usual fields alone until something is looked for.
 */
export function findTargets(
  document: PipelineDocument,
  models: ApiModels,
  source: WireSource,
  query: string,
): readonly FoundTarget[] {
  const named = namedSource(source);
  const matched = matching(named);
  const search = new Search(query);
  // What somebody asks for by name is shown.
  const isSearched = search.all !== 0;
  const likely = fieldsFound(document, models, source, named, search)
    .flatMap((found) => {
      const name = fieldName(found.entry.step, found.field.path);
      if (!isSearched && isUnlikely(source, named, name, found.field)) return [];
      return [{ ...found, score: matched(name).score + bonusOf(found.field) }];
    })
    .sort((left, right) => right.score - left.score)
    .slice(0, mostJudged);
  const judged = likely
    .map(({ entry, field }) => ({ step: entry.key, ...rank(document, models, source, named, entry, field) }))
    .filter(({ verdict }) => verdict.ok)
    .sort((left, right) => right.score - left.score);
  return judged.map(({ score, why, ...choice }, index) =>
    index === 0 && score >= 30 && why !== null ? { ...choice, match: `best match: ${why}` } : choice,
  );
}

const matching = (source: Named) =>
  matchingByName<Named>(
    ({ label, hint }) => `${label}\n${hint ?? ""}`,
    (field) => match(source, field),
  );

interface Found {
  readonly entry: StepEntry;
  readonly field: Candidate;
}

/** The fields that are called so, at most `mostFound`: the usual ones of all steps, then others. */
function fieldsFound(
  { definition }: PipelineDocument,
  models: ApiModels,
  source: WireSource,
  named: Named,
  search: Search,
): readonly Found[] {
  // What leads to the source's step refuses it: that would close a cycle.
  const before = source.kind === "output" ? upstreamOf(deriveGraph(definition), source.step) : null;
  const steps = listSteps(definition).filter(({ key, name }) => key === name && before?.has(key) !== true);
  const usual: Found[] = [];
  const hasAll = (inName: number, { path }: Candidate | ScalarField) =>
    inName === search.all || (inName | inPath(search, path)) === search.all;
  for (const entry of steps) {
    const inName = search.in(entry.name);
    for (const field of usualFields(entry, named)) if (hasAll(inName, field)) usual.push({ entry, field });
  }
  const rest: Found[] = [];
  if (search.all === 0 && hasManyFields(steps, models)) return usual;
  for (const entry of steps) {
    if (usual.length + rest.length >= mostFound) break;
    const inName = search.in(entry.name);
    const stepType = stepTypeOf(entry.type);
    for (const field of scalarFields(models.get(entry.type), stepType, entry.step)) {
      if (hasAll(inName, field) && !portFits(stepType, field.path))
        rest.push({ entry, field: candidateOf(field, false) });
    }
  }
  return [...usual, ...rest];
}

/** The words that a path has. `Arguments`, which all fields lie in, tells none apart. */
function inPath(search: Search, path: Path): number {
  let found = 0;
  for (const segment of path) {
    if (typeof segment === "string" && segment !== "Arguments") found |= search.in(segment);
  }
  return found;
}

function hasManyFields(steps: readonly StepEntry[], models: ApiModels): boolean {
  let count = 0;
  for (const { step, type } of steps) {
    count += scalarFields(models.get(type), stepTypeOf(type), step).length;
    if (count > mostFound) return true;
  }
  return false;
}

/** A field as a choice: what a wire to it would do, and how much speaks for it. */
export function rank(
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
    (verdict.ok && !verdict.conversion ? 10 : 0) +
    (verdict.ok && verdict.replaces === null ? 4 : 0) -
    (isExpression(getIn(step, field.path)) ? 200 : 0) -
    (verdict.ok ? 0 : 1000);
  return {
    path: field.path,
    printed: printPath(field.path),
    label: name.label,
    hint: hintOf(field, name.hint, stepType),
    match: null,
    verdict,
    score: score + bonusOf(field) + bonus,
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
  const enclosing = enclosingStructure(path);
  return enclosing === null ? null : (lookup(elementWords, enclosing) ?? `of ${enclosing}`);
}
