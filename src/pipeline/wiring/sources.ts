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
import { match } from "./match";
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

/**
 * Everything that a field could read: outputs of other steps, parameters, execution variables, the current item of a loop around
 * it. The best match first, those that do not fit last, with their reason. Steps that already wait for this one are left out but
 * for their default outputs: each of theirs would say the same refusal. With a `query` only those that have all of its words, and of
 * a large pipeline without one only the usual outputs: judging tens of thousands would be felt.
 */
export function listSources(
  document: PipelineDocument,
  models: ApiModels,
  target: WireTarget,
  query?: string,
): readonly SourceChoice[] {
  const step = stepsByKey(document.definition).get(target.step)?.step;
  if (step === undefined) return [];
  const field = fieldName(step, target.path);
  const all = allSources(document, models, target.step, acceptsFor(document, models, query));
  const ranked = (query === undefined ? all : first(all))
    .map(({ source, isDefault, hint }) => {
      const { score, why } = match(namedSource(source), field);
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

/** From so many outputs on, a pipeline is searched anew for each query. */
const many = 2000;
const mostJudged = 800;

/** True where not all sources are listed at once: each query asks anew. */
export function hasManySources({ definition }: PipelineDocument, models: ApiModels): boolean {
  let count = 0;
  for (const entry of listSteps(definition)) {
    count += outputsOf(entry.step, models.get(entry.type), stepTypeOf(entry.type), models).length;
    if (count > many) return true;
  }
  return false;
}

type Accepts = (step: string, output: StepOutput) => boolean;

/** Which outputs are listed for a query. What is left out is not even made: a large pipeline has tens of thousands. */
function acceptsFor(document: PipelineDocument, models: ApiModels, query: string | undefined): Accepts {
  const words = (query ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    return (step, { path, kind }) => {
      const said = `${step} ${path} ${kindLabel(kind)}`.toLowerCase();
      return words.every((word) => said.includes(word));
    };
  }
  const isLarge = query !== undefined && hasManySources(document, models);
  return (_, { isDefaultPort }) => isDefaultPort || !isLarge;
}

/** The first of what was found, the usual outputs before others. */
function first(found: readonly Offered[]): readonly Offered[] {
  if (found.length <= mostJudged) return found;
  const isUsual = ({ source, isDefault }: Offered) => isDefault || source.kind !== "output";
  return [...found.filter(isUsual), ...found.filter((one) => !isUsual(one))].slice(0, mostJudged);
}

/** The execution variables that mean the job of the step that reads them (pipeline-definition 3.2). */
const ofOneJob: readonly string[] = ["TrainingJobName", "ProcessingJobName"];

/** What a text of the pipeline itself can read, which belongs to no step: its experiment's names, its MLflow settings. */
export function listPipelineSources(document: PipelineDocument, models: ApiModels): readonly SourceChoice[] {
  return [...parametersOf(document), ...executionOffered.filter(({ source }) => !isOfOneJob(source))].map(
    ({ source, hint }) => {
      const kind = sourceKind(document, models, source);
      const fit = fitOf(kind, "string");
      const conversion = fit.fits && fit.how === "join";
      const verdict: Verdict = { ok: true, how: conversion ? "join" : "get", conversion, replaces: null };
      return { source, label: sourceLabel(source), hint, kindLabel: kindLabel(kind), match: null, verdict };
    },
  );
}

function isOfOneJob(source: WireSource): boolean {
  return source.kind === "execution" && ofOneJob.includes(source.variable);
}

interface Offered {
  readonly source: WireSource;
  readonly hint: string;
  readonly isDefault: boolean;
}

function allSources(document: PipelineDocument, models: ApiModels, target: string, accepts: Accepts): Offered[] {
  const { definition } = document;
  const graph = deriveGraph(definition);
  const after = downstreamOf(graph, target);
  const outputs = listSteps(definition).flatMap((entry): Offered[] => {
    if (entry.key === target || entry.key !== entry.name) return [];
    return outputsOf(entry.step, models.get(entry.type), stepTypeOf(entry.type), models)
      .filter((output) => (output.isDefaultPort || !after.has(entry.key)) && accepts(entry.name, output))
      .map(({ path, isDefaultPort }) => ({
        source: { kind: "output", step: entry.key, output: path },
        hint: entry.name,
        isDefault: isDefaultPort,
      }));
  });
  return [...outputs, ...parametersOf(document), ...currentItems(document, target), ...executionOffered];
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
