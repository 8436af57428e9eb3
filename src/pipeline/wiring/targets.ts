import { lookup } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { type Path, parsePath, printPath } from "../definition/path";
import { get, getIn, type ObjectValue } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { upstreamOf } from "../graph/order";
import { listSteps, type StepEntry, stepsByKey } from "../graph/stepTree";
import { isExpression } from "../references/read";
import type { ApiModels } from "../schema/model";
import { type ScalarField, scalarFields } from "../schema/scalarFields";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { enclosingStructure, fieldName } from "./fieldName";
import { judgeWire, type Verdict } from "./judge";
import { sourceLabel } from "./kinds";
import { isMisfit, match, matchingByName, type Named } from "./match";
import { defaultPorts, portFits } from "./portPattern";
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

/**
 * True for a field that nobody means by a wire of this source: its name says that it takes something else, it says how a condition
 * compares, or it takes one of a few words, and what comes out of a step is none of them. A wire can still be drawn to its port.
 */
export function isUnlikely(source: WireSource, named: Named, field: Named, { path, isEnum }: Candidate): boolean {
  if (isMisfit(named, field) || (path.at(-1) === "Type" && path.includes("Conditions"))) return true;
  return source.kind !== "parameter" && isEnum && match(named, field).why !== "same name";
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
  for (const entry of steps) {
    const inName = search.in(entry.name);
    for (const field of usualFields(entry, named)) {
      if ((inName | inPath(search, field.path)) === search.all) usual.push({ entry, field });
    }
  }
  const rest: Found[] = [];
  if (search.all === 0 && hasManyFields(steps, models)) return usual;
  for (const entry of steps) {
    if (usual.length + rest.length >= mostFound) break;
    const inName = search.in(entry.name);
    const stepType = stepTypeOf(entry.type);
    for (const field of scalarFields(models.get(entry.type), stepType, entry.step)) {
      const has = (inName | inPath(search, field.path)) === search.all;
      if (has && !portFits(stepType, field.path)) rest.push({ entry, field: candidateOf(field, false) });
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

/** The fields that a step shows as ports, and the argument that it could get. */
function usualFields({ step, type }: StepEntry, source: Named): readonly Candidate[] {
  const stepType = stepTypeOf(type);
  const ports = defaultPorts(stepType, step).map(
    (path): Candidate => ({ path, isNew: false, needed: true, present: true, isEnum: false, isPort: true }),
  );
  const added = newArgument(step, stepType, source);
  return added === null ? ports : [...ports, added];
}

function hasManyFields(steps: readonly StepEntry[], models: ApiModels): boolean {
  let count = 0;
  for (const { step, type } of steps) {
    count += scalarFields(models.get(type), stepTypeOf(type), step).length;
    if (count > mostFound) return true;
  }
  return false;
}

export interface Candidate {
  readonly path: Path;
  readonly isNew: boolean;
  /** An argument that would be called as what it reads: no name speaks for it. */
  readonly isInvented?: true;
  readonly needed: boolean;
  readonly present: boolean;
  readonly isEnum: boolean;
  /** Its type shows it as a port by default. */
  readonly isPort: boolean;
}

export function candidates({ step, type }: StepEntry, models: ApiModels, source: Named): Candidate[] {
  const stepType = stepTypeOf(type);
  const fields = scalarFields(models.get(type), stepType, step).map((field) =>
    candidateOf(field, portFits(stepType, field.path)),
  );
  const added = newArgument(step, stepType, source);
  return added === null ? fields : [...fields, added];
}

function candidateOf({ path, isNew, needed, present, enum: values }: ScalarField, isPort: boolean): Candidate {
  return { path, isNew, needed, present, isEnum: values !== null, isPort };
}

/** The argument that a step of any arguments could get, called as what it would read; null where it has one or takes none. */
function newArgument(step: ObjectValue, { argumentsForm }: StepType, source: Named): Candidate | null {
  if (argumentsForm !== "open") return null;
  const name = source.label.replace(/^\[|\]$/g, "");
  if (get(get(step, "Arguments"), name) !== undefined) return null;
  const path = ["Arguments", name];
  return { path, isNew: true, isInvented: true, needed: false, present: false, isEnum: false, isPort: false };
}

/** What speaks for a field beside its name. */
function bonusOf(field: Candidate): number {
  return (
    (field.needed ? 8 : 0) +
    (field.isPort ? 25 : 0) -
    (field.isNew ? 15 : 0) -
    (field.isInvented ? 125 : 0) -
    (field.isEnum ? 40 : 0) -
    field.path.length / 10
  );
}

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
