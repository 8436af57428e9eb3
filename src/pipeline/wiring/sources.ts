import type { PipelineDocument } from "../definition/document";
import { listParameters } from "../definition/parameters";
import { deriveGraph } from "../graph/deriveGraph";
import { downstreamOf } from "../graph/order";
import { containersOf, listSteps, stepsByKey } from "../graph/stepTree";
import { executionVariables } from "../references/read";
import type { ApiModels } from "../schema/model";
import { stepTypeOf } from "../steps";
import { outputsOf, type StepOutput } from "../steps/outputs";
import { fieldName } from "./fieldName";
import { fitOf, kindLabel } from "./fit";
import { judgeWire, type Verdict } from "./judge";
import { sourceKind, sourceLabel } from "./kinds";
import { type Match, match, type Named } from "./match";
import { searchWords, wordsNotIn } from "./search";
import { namedSource } from "./targets";
import type { WireSource, WireTarget } from "./wire";

/** A value that a field could read. */
export interface SourceChoice {
  readonly source: WireSource;
  /** `train_path` */
  readonly label: string;
  /** Whose it is: the step's name, `Parameter`, `Execution`, `Item of EachRegion`. */
  readonly hint: string;
  readonly kindLabel: string;
  readonly match: string | null;
  readonly verdict: Verdict;
}

/** So many outputs are looked at for a search, the usual ones of all steps first; a large pipeline has a hundred thousand. */
const mostFound = 2_000;
/** So many are judged, those with the likeliest names first. */
const mostJudged = 800;
const mostJudgedOfMany = 200;

/**
 * What a field could read: outputs of other steps, parameters, execution variables, the current item of a loop around it. Of these those
 * that have all words of the search, the best match first, those that do not fit last, with their reason. Steps that already wait for
 * this one are left out but for their default outputs: each of theirs would say the same refusal. Of a large pipeline the usual outputs
 * alone until something is looked for, and never more than a person can read: judging a hundred thousand would be felt. With `among`
 * the outputs and the item of one step.
 */
export function listSources(
  document: PipelineDocument,
  models: ApiModels,
  target: WireTarget,
  query = "",
  among?: string,
): readonly SourceChoice[] {
  const step = stepsByKey(document.definition).get(target.step)?.step;
  if (step === undefined) return [];
  const matched = matching(fieldName(step, target.path));
  const ranked = likeliest(allSources(document, models, target.step, query, among), matched)
    .map(({ source, isDefault, hint }) => {
      const { score, why } = matched(source);
      const verdict = judgeWire(document, models, source, target);
      const rank = score + (isDefault ? 12 : 0) + (verdict.ok ? (verdict.conversion ? 0 : 6) : -1000);
      return { source, hint, why, rank, score, verdict };
    })
    .sort((left, right) => right.rank - left.rank);
  return ranked.map(({ source, hint, why, score, verdict }, index) => ({
    source,
    label: sourceLabel(source),
    hint,
    kindLabel: kindLabel(sourceKind(document, models, source)),
    match: index === 0 && verdict.ok && score >= 30 && why !== null ? `best match: ${why}` : null,
    verdict,
  }));
}

/** How well a source's name goes with a field's. The steps of a type share the names of their outputs: each is matched once. */
function matching(field: Named): (source: WireSource) => Match {
  const known = new Map<string, Match>();
  return (source) => {
    const name = source.kind === "output" ? source.output : `${source.kind} ${sourceLabel(source)}`;
    let found = known.get(name);
    if (found === undefined) {
      found = match(namedSource(source), field);
      known.set(name, found);
    }
    return found;
  };
}

/** Those with the likeliest names; what is no output of a step is never lost among the outputs. */
function likeliest(found: readonly Offered[], matched: (source: WireSource) => Match): readonly Offered[] {
  if (found.length <= mostJudged) return found;
  const rank = ({ source, isDefault }: Offered) => matched(source).score + (isDefault ? 12 : 0);
  const outputs = found.filter(({ source }) => source.kind === "output");
  const others = found.filter(({ source }) => source.kind !== "output");
  const sorted = outputs.map((one) => ({ one, rank: rank(one) })).sort((left, right) => right.rank - left.rank);
  return [...sorted.slice(0, mostJudgedOfMany).map(({ one }) => one), ...others];
}

/** True for a pipeline whose outputs are not all listed at once. */
export function hasManySources({ definition }: PipelineDocument, models: ApiModels): boolean {
  let count = 0;
  for (const entry of listSteps(definition)) {
    count += outputsOf(entry.step, models.get(entry.type), stepTypeOf(entry.type), models).length;
    if (count > mostFound) return true;
  }
  return false;
}

/** The execution variables that mean the job of the step that reads them. */
const ofOneJob: readonly string[] = ["TrainingJobName", "ProcessingJobName"];

/** What a text of the pipeline itself can read, which belongs to no step: its experiment's names, its MLflow settings. */
export function listPipelineSources(
  document: PipelineDocument,
  models: ApiModels,
  query = "",
): readonly SourceChoice[] {
  const all = [...parametersOf(document), ...executionOffered.filter(({ source }) => !isOfOneJob(source))];
  const has = saidOf(document, models, searchWords(query));
  return all.filter(has).map(({ source, hint }) => {
    const kind = sourceKind(document, models, source);
    const fit = fitOf(kind, "string");
    const conversion = fit.fits && fit.how === "join";
    const verdict: Verdict = { ok: true, how: conversion ? "join" : "get", conversion, replaces: null };
    return { source, label: sourceLabel(source), hint, kindLabel: kindLabel(kind), match: null, verdict };
  });
}

function isOfOneJob(source: WireSource): boolean {
  return source.kind === "execution" && ofOneJob.includes(source.variable);
}

interface Offered {
  readonly source: WireSource;
  readonly hint: string;
  readonly isDefault: boolean;
}

function allSources(
  document: PipelineDocument,
  models: ApiModels,
  target: string,
  query: string,
  among: string | undefined,
): Offered[] {
  const others = [...parametersOf(document), ...currentItems(document, target), ...executionOffered];
  const words = searchWords(query);
  const has = saidOf(document, models, words);
  const found = others.filter((one) => {
    const isAmong = among === undefined || (one.source.kind === "currentItem" && one.source.step === among);
    return isAmong && has(one);
  });
  return [...outputsFound(document, models, target, words, among), ...found];
}

/** Whether what is no output of a step has all words. */
function saidOf(document: PipelineDocument, models: ApiModels, words: readonly string[]) {
  return ({ source, hint }: Offered) => {
    const said = `${hint} ${sourceLabel(source)} ${kindLabel(sourceKind(document, models, source))}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
}

/** The outputs that are called so, at most `mostFound`: the usual ones of all steps, then others. */
function outputsFound(
  document: PipelineDocument,
  models: ApiModels,
  target: string,
  words: readonly string[],
  among: string | undefined,
): readonly Offered[] {
  const { definition } = document;
  const after = downstreamOf(deriveGraph(definition), target);
  const has = saidOfOutput(words);
  const found: Offered[] = [];
  const rest: Offered[] = [];
  const onlyUsual = words.length === 0 && among === undefined && hasManySources(document, models);
  for (const { key, name, type, step } of listSteps(definition)) {
    if (key === target || key !== name || (among !== undefined && key !== among)) continue;
    const left = wordsNotIn(name, words);
    for (const output of outputsOf(step, models.get(type), stepTypeOf(type), models)) {
      const { path, isDefaultPort } = output;
      // The usual ones come first.
      if (!isDefaultPort && (onlyUsual || after.has(key) || rest.length >= mostFound)) break;
      if (!has(left, output)) continue;
      const source: WireSource = { kind: "output", step: key, output: path };
      (isDefaultPort ? found : rest).push({ source, hint: name, isDefault: isDefaultPort });
    }
  }
  return [...found, ...rest].slice(0, Math.max(mostFound, found.length));
}

/** Whether an output has the words that are not in its step's name. The steps of a type share their outputs' paths: each is read once. */
function saidOfOutput(words: readonly string[]): (left: readonly string[], output: StepOutput) => boolean {
  if (words.length === 0) return () => true;
  // Words that are not in a step's name: mostly all of them, and then the very same list.
  const knownOf = new Map<string, Map<string, boolean>>();
  let [before, known] = [words, new Map<string, boolean>()];
  return (left, { path, kind }) => {
    if (left.length === 0) return true;
    if (left !== before) {
      before = left;
      const asked = left.join(" ");
      known = knownOf.get(asked) ?? new Map<string, boolean>();
      knownOf.set(asked, known);
    }
    let has = known.get(path);
    if (has === undefined) {
      const said = `${path} ${kindLabel(kind)}`.toLowerCase();
      has = left.every((word) => said.includes(word));
      known.set(path, has);
    }
    return has;
  };
}

function parametersOf({ definition }: PipelineDocument): readonly Offered[] {
  return listParameters(definition).map(
    ({ name }): Offered => ({
      source: { kind: "parameter", name },
      hint: "Parameter",
      isDefault: true,
    }),
  );
}

const executionOffered: readonly Offered[] = executionVariables.map((variable) => ({
  source: { kind: "execution", variable },
  hint: "Execution",
  isDefault: false,
}));

/** The item of the innermost loop around a step; null outside of one. */
export function currentItemOf(document: PipelineDocument, step: string): WireSource | null {
  return currentItems(document, step)[0]?.source ?? null;
}

function currentItems({ definition }: PipelineDocument, target: string): Offered[] {
  const map = stepsByKey(definition);
  return containersOf(definition, target).flatMap((container): Offered[] => {
    const entry = map.get(container);
    const isLoop = stepTypeOf(entry?.type ?? "").slots.some(({ edge }) => edge === "each");
    if (!isLoop) return [];
    return [
      {
        source: { kind: "currentItem", step: container, member: "" },
        hint: `Item of ${container}`,
        isDefault: true,
      },
    ];
  });
}
