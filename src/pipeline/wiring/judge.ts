import { lookup } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { printPath } from "../definition/path";
import { getIn, isObject, type ObjectValue } from "../definition/value";
import { deriveGraph, type Graph } from "../graph/deriveGraph";
import { pathBetween } from "../graph/order";
import { containersOf, stepsByKey, stepsInside } from "../graph/stepTree";
import { expressionWords } from "../references/expressionWords";
import { oncePerObject } from "../remember";
import type { ApiModels } from "../schema/model";
import { stepTypeOf } from "../steps";
import { selectedStep } from "../steps/iteration";
import { fieldName } from "./fieldName";
import { fitOf, refusalInWords } from "./fit";
import { fieldKind, sourceKind } from "./kinds";
import type { WireSource, WireTarget } from "./wire";

/** What comes of a wire between a source and a field. */
export type Verdict =
  | {
      readonly ok: true;
      /** `jsonGet` asks for the JSON path, `iteration` asks which iteration (see `iterationChoices`). */
      readonly how: "get" | "join" | "jsonGet" | "iteration";
      /** A number or boolean that becomes text on the way. */
      readonly conversion: boolean;
      /** What the field holds now and loses, in short; null where it is empty. */
      readonly replaces: string | null;
    }
  | Refused;

export interface Refused {
  readonly ok: false;
  /** Why, as a sentence for the person. */
  readonly reason: string;
  /** The steps of the cycle that it would close, in order. */
  readonly cycle: readonly string[] | null;
}

function refused(reason: string, cycle: readonly string[] | null = null): Refused {
  return { ok: false, reason, cycle };
}

/** Judges a wire: by what the two ends are (`fit.ts`), and by where the two steps stand. Pure: nothing changes. */
export function judgeWire(
  document: PipelineDocument,
  models: ApiModels,
  source: WireSource,
  target: WireTarget,
): Verdict {
  const entry = stepsByKey(document.definition).get(target.step);
  if (entry === undefined) return refused(`There is no step ${target.step}.`);
  const misplaced = refusedByScope(document, source, target);
  if (misplaced !== null) return misplaced;
  const unwired = lookup(stepTypeOf(entry.type).unwired ?? {}, printPath(target.path));
  if (unwired !== undefined) return refused(unwired);
  const from = sourceKind(document, models, source);
  const to = fieldKind(document, models, target);
  const fits = fitOf(from, to);
  const name = fieldName(entry.step, target.path);
  if (!fits.fits) return refused(refusalInWords(from, to, name.label));
  const before = getIn(entry.step, target.path);
  const replaces = before === undefined || before === "" || before === null ? null : expressionWords(before);
  const how = loopToLeave(document, source, target) === null ? fits.how : "iteration";
  return { ok: true, how, conversion: fits.how === "join", replaces };
}

/** By the two steps. */
const judgedScopes = oncePerObject((_definition: ObjectValue) => new Map<string, Refused | null>());

/** Refusals that come from where the two stand, whatever their kinds. Remembered: a step's many fields ask the same. */
function refusedByScope(document: PipelineDocument, source: WireSource, target: WireTarget): Refused | null {
  if (source.kind !== "output" && source.kind !== "currentItem") return null;
  const judged = judgedScopes(document.definition);
  const pair = `${source.kind} ${source.step} ${target.step}`;
  let verdict = judged.get(pair);
  if (verdict === undefined) {
    verdict = judgeScope(document, source, target);
    judged.set(pair, verdict);
  }
  return verdict;
}

function judgeScope(document: PipelineDocument, source: WireSource, target: WireTarget): Refused | null {
  const { definition } = document;
  if (source.kind === "currentItem") {
    if (stepsInside(definition, source.step).includes(target.step)) return null;
    return refused(`The current item exists only inside ${source.step}: ${target.step} lies outside.`);
  }
  if (source.kind !== "output") return null;
  const from = stepsByKey(definition).get(source.step);
  if (from === undefined) return refused(`There is no step ${source.step}.`);
  if (stepTypeOf(from.type).endsExecution === true)
    return refused(`Nothing can follow a Fail step: ${source.step} ends the execution.`);
  return closedCycle(document, source.step, target.step);
}

/** Refuses what would make two steps wait for each other; null where it is sound. */
function closedCycle(document: PipelineDocument, upstream: string, downstream: string): Refused | null {
  const { definition } = document;
  if (upstream === downstream) {
    return refused(`${upstream} cannot wait for itself: this wire would close a cycle.`, [upstream]);
  }
  const graph = deriveGraph(definition);
  const back = pathBetween(graph, downstream, upstream);
  if (back !== null) {
    return refused(`${downstream} already leads to ${upstream}: this wire would close a cycle.`, back);
  }
  return waitsForItsLoop(document, graph, upstream, downstream);
}

/** A step in a loop's body cannot wait for the loop, nor for what waits for it: the loop ends only when its body has. */
function waitsForItsLoop(
  document: PipelineDocument,
  graph: Graph,
  upstream: string,
  downstream: string,
): Refused | null {
  for (const loop of enclosingLoops(document, downstream)) {
    if (stepsInside(document.definition, loop).includes(upstream)) return null;
    const path = pathBetween(graph, loop, upstream);
    if (path === null) continue;
    const why = upstream === loop ? "which ends only when its body has" : `and ${loop} leads to ${upstream}`;
    return refused(`${downstream} lies in ${loop}, ${why}: this wire would close a cycle.`, [downstream, ...path]);
  }
  return null;
}

function enclosingLoops(document: PipelineDocument, key: string): readonly string[] {
  const map = stepsByKey(document.definition);
  return containersOf(document.definition, key).filter((container) =>
    stepTypeOf(map.get(container)?.type ?? "").slots.some(({ edge }) => edge === "each"),
  );
}

/** The loop that a wire would leave: its source lies in the body, its target does not. */
function loopToLeave(document: PipelineDocument, source: WireSource, target: WireTarget): string | null {
  if (source.kind !== "output") return null;
  const enclosing = enclosingLoops(document, target.step);
  return enclosingLoops(document, source.step).find((loop) => !enclosing.includes(loop)) ?? null;
}

/** The sources that a wire out of a loop's body can mean: the selected iteration, or one by its number. */
export function iterationChoices(
  document: PipelineDocument,
  source: WireSource,
  target: WireTarget,
): readonly { readonly label: string; readonly source: WireSource }[] {
  const loop = loopToLeave(document, source, target);
  if (loop === null || source.kind !== "output") return [];
  const { step } = stepsByKey(document.definition).get(loop) ?? {};
  const from = (output: string): WireSource => ({ kind: "output", step: loop, output });
  const first = { label: "The first iteration", source: from(`IterationOutputs[0].${source.step}.${source.output}`) };
  if (!isObject(step) || selectedStep(step) !== source.step) return [first];
  return [{ label: "The selected iteration", source: from(`Selected.${source.output}`) }, first];
}

/** Judges a wire from a step's *after* handle to another step's *before* handle: a `DependsOn` entry. */
export function judgeOrder(
  document: PipelineDocument,
  upstream: string,
  downstream: string,
): { readonly ok: true } | Refused {
  const map = stepsByKey(document.definition);
  const from = map.get(upstream);
  if (from === undefined || !map.has(downstream)) return refused("There is no such step.");
  if (stepTypeOf(from.type).endsExecution === true)
    return refused(`Nothing can follow a Fail step: ${upstream} ends the execution.`);
  const cycle = closedCycle(document, upstream, downstream);
  if (cycle !== null) return cycle;
  const there = deriveGraph(document.definition)
    .into.get(downstream)
    ?.find((edge) => edge.from === upstream)
    ?.reasons.some(({ kind }) => kind === "order");
  return there === true ? refused(`${downstream} waits for ${upstream} already.`) : { ok: true };
}
