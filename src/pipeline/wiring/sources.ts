import type { PipelineDocument } from "../definition/document";
import { listParameters } from "../definition/parameters";
import { deriveGraph } from "../graph/deriveGraph";
import { downstreamOf } from "../graph/order";
import { containersOf, listSteps, stepsByKey } from "../graph/stepTree";
import { executionVariables } from "../references/executionVariables";
import type { ApiModels } from "../schema/model";
import { stepTypeOf } from "../steps";
import { outputsOf } from "../steps/outputs";
import { fieldName } from "./fieldName";
import { fitOf, kindLabel } from "./fit";
import { judgeWire, type Verdict } from "./judge";
import { namedSource, sourceKind, sourceLabel } from "./kinds";
import { isMisfit, type Match, match, matchingByName, type Named } from "./match";
import { Search } from "./search";
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
  const field = fieldName(step, target.path);
  const matched = matching(field);
  const ranked = likeliest(allSources(document, models, target.step, query, among), matched)
    .map(({ source, isDefault, hint }) => {
      const { score, why } = matched(source);
      const verdict = judgeWire(document, models, source, target);
      const misfit = source.kind === "output" && isMisfit(namedSource(source), field) ? 200 : 0;
      const rank = score - misfit + (isDefault ? 12 : 0) + (verdict.ok ? (verdict.conversion ? 0 : 6) : -1000);
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

/** How well a source's name goes with a field's. The steps of a type share the names of their outputs. */
const matching = (field: Named) =>
  matchingByName<WireSource>(
    (source) => (source.kind === "output" ? source.output : `${source.kind} ${sourceLabel(source)}`),
    (source) => match(namedSource(source), field),
  );

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
  const has = saidOf(document, models, new Search(query));
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
  const search = new Search(query);
  const has = saidOf(document, models, search);
  const found = others.filter((one) => {
    const isAmong = among === undefined || (one.source.kind === "currentItem" && one.source.step === among);
    return isAmong && has(one);
  });
  return [...outputsFound(document, models, target, search, among), ...found];
}

/** Whether what is no output of a step has all words. */
function saidOf(document: PipelineDocument, models: ApiModels, search: Search) {
  return ({ source, hint }: Offered) =>
    search.finds(hint, sourceLabel(source), kindLabel(sourceKind(document, models, source)));
}

/** The outputs that are called so, at most `mostFound`: the usual ones of all steps, then others. */
function outputsFound(
  document: PipelineDocument,
  models: ApiModels,
  target: string,
  search: Search,
  among: string | undefined,
): readonly Offered[] {
  const { definition } = document;
  const after = downstreamOf(deriveGraph(definition), target);
  const found: Offered[] = [];
  const rest: Offered[] = [];
  const onlyUsual = search.all === 0 && among === undefined && hasManySources(document, models);
  for (const { key, name, type, step } of listSteps(definition)) {
    if (key === target || key !== name || (among !== undefined && key !== among)) continue;
    const inName = search.in(name);
    for (const { path, kind, isDefaultPort } of outputsOf(step, models.get(type), stepTypeOf(type), models)) {
      // The usual ones come first.
      if (!isDefaultPort && (onlyUsual || after.has(key) || rest.length >= mostFound)) break;
      if ((inName | search.in(path) | search.in(kindLabel(kind))) !== search.all) continue;
      const source: WireSource = { kind: "output", step: key, output: path };
      (isDefaultPort ? found : rest).push({ source, hint: name, isDefault: isDefaultPort });
    }
  }
  return [...found, ...rest].slice(0, Math.max(mostFound, found.length));
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
