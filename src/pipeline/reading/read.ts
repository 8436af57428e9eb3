import { atOnce } from "../definition/atOnce";
import type { Samples } from "../definition/document";
import type { ObjectValue } from "../definition/value";
import { deriveGraph, deriveGraphInParts, type Graph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import { checkAlone, checkAloneInParts } from "../problems/checkAlone";
import type { Checked } from "../problems/checked";
import { checkLinks } from "../problems/checkLinks";
import { checkWhole } from "../problems/checkWhole";
import { LateProblem } from "../problems/lateProblem";
import type { Questions } from "../problems/neighbours";
import type { Problem, Surroundings } from "../problems/problem";
import { indexProducers } from "../problems/references/producers";
import { keepProblems } from "../problems/sameProblems";
import { type Answered, askAgain, keepSame, oncePerObject } from "../remember";
import type { ApiModels } from "../schema/model";
import { Changes } from "./changes";
import { roughSize } from "./roughSize";
import { sortProblems } from "./sortProblems";
import { withoutUnderHoles } from "./underHoles";

/** What is read: a document is one. */
export interface Readable {
  readonly definition: ObjectValue;
  readonly name?: string;
  readonly samples?: Samples;
}

/** All that is derived of a document. The next reading takes over from it what an edit does not touch. */
export interface Reading {
  readonly graph: Graph;
  /** Errors first, then in the order of the steps; the same list again where an edit changed none. */
  readonly problems: readonly Problem[];
  readonly parts: Parts;
}

/** What the next reading builds on. */
interface Parts {
  readonly checked: Checked;
  /** In the order of the steps. */
  readonly ofSteps: readonly OfStep[];
  readonly lists: readonly (readonly Problem[])[];
  readonly ofWhole: readonly Problem[];
}

/** What the rules said of a step, and what they asked of others for it. */
interface OfStep extends Answered<Questions, readonly Problem[]> {
  readonly entry: StepEntry;
}

/**
 * Reads a document: derives all that follows from it.
 *
 * @param models the API models by type; fields are checked where the type's is given.
 * @param before an earlier reading, most likely of the same document before an edit. Whatever it is, the reading says the same; what is
 *   equal is the same object again, and only what the edit touches is computed.
 */
export function read(document: Readable, models: ApiModels, before?: Reading): Reading {
  return atOnce(slices(document, models, before, false));
}

/**
 * The same in many small parts, for whoever must not be kept from all else by a first reading: after each it can be left for a while, or
 * for good. What it found out of single steps stays with them.
 */
export function readInSlices(
  document: Readable,
  models: ApiModels,
  before?: Reading,
): Generator<undefined, Reading, undefined> {
  return slices(document, models, before, true);
}

/** `areLeft`: somebody may leave it between two slices. Where nobody does, none are made of what a single step says. */
function* slices(
  { definition, name, samples }: Readable,
  models: ApiModels,
  before: Reading | undefined,
  areLeft: boolean,
): Generator<undefined, Reading, undefined> {
  if (before !== undefined && isOf(before, { definition, name, samples }, models)) return before;
  const isFirst = before === undefined && areLeft;
  const graph = isFirst ? yield* deriveGraphInParts(definition) : deriveGraph(definition, before?.graph);
  const { steps } = graph;
  const sizes: number[] = [];
  for (const entry of steps) {
    const model = models.get(entry.type) ?? null;
    sizes.push((areLeft ? yield* checkAloneInParts(entry, model) : checkAlone(entry, model)).roughSize);
    if (areLeft) yield;
  }
  const checked: Checked = {
    definition,
    graph,
    models,
    surroundings: surroundingsOf(name, samples),
    producers: indexProducers(steps, samples, before?.parts.checked.producers),
    roughSize: roughSize(definition, steps, sizes),
  };
  const again = before === undefined ? null : new Again(before, checked);
  const ofSteps: OfStep[] = [];
  for (let i = 0; i < steps.length; i++) {
    const entry = steps[i] as StepEntry;
    ofSteps.push(again === null ? checkStep(entry, checked) : again.check(entry, i));
    if (areLeft) yield;
  }
  const ofWhole: Problem[] = [];
  for (const found of checkWhole(checked)) {
    for (const problem of found) ofWhole.push(problem);
    yield;
  }
  const parts = partsOf(checked, ofSteps, ofWhole, before);
  if (before !== undefined && parts.lists === before.parts.lists && parts.ofWhole === before.parts.ofWhole) {
    // Steps stand in another order only where the lists are others: each problem of them names its step.
    return { graph, parts, problems: before.problems };
  }
  const problems: Problem[] = [];
  for (const problem of withoutUnderHoles(sortProblems(parts.lists, parts.ofWhole, graph), definition, graph)) {
    const isLate = problem instanceof LateProblem;
    problems.push(isLate ? problem.told : problem);
    if (isLate) yield;
  }
  return { graph, parts, problems: keepProblems(before?.problems, problems) };
}

function isOf({ parts: { checked } }: Reading, { definition, name, samples }: Readable, models: ApiModels): boolean {
  const { surroundings } = checked;
  return (
    checked.definition === definition &&
    checked.models === models &&
    surroundings.name === name &&
    surroundings.samples === samples
  );
}

function surroundingsOf(name: string | undefined, samples: Samples | undefined): Surroundings {
  return { ...(name !== undefined && { name }), ...(samples !== undefined && { samples }) };
}

/** Asks those steps again whose answers may be others than before. */
class Again {
  private readonly before: Reading;
  private readonly checked: Checked;
  private readonly changes: Changes;
  private readonly isComparable: boolean;

  constructor(before: Reading, checked: Checked) {
    this.before = before;
    this.checked = checked;
    this.changes = new Changes(before.parts.checked, checked);
    const { models, surroundings } = before.parts.checked;
    this.isComparable = models === checked.models && surroundings.samples === checked.surroundings.samples;
  }

  check(entry: StepEntry, index: number): OfStep {
    const { before, checked, changes } = this;
    const { ofSteps } = before.parts;
    const sameIndex = ofSteps[index];
    const old =
      sameIndex?.entry.key === entry.key ? sameIndex : ofSteps[indexByKey(before.graph.keys).get(entry.key) ?? -1];
    const isSame = this.isComparable && old?.entry.memory === entry.memory;
    return askAgain(
      isSame ? old : undefined,
      (questions) => changes.leave(questions),
      () => checkStep(entry, checked, old),
    );
  }
}

const indexByKey = oncePerObject(
  (keys: Graph["keys"]): ReadonlyMap<string, number> => new Map(keys.map((key, index) => [key, index])),
);

function checkStep(entry: StepEntry, checked: Checked, before?: OfStep): OfStep {
  const alone = checkAlone(entry, checked.models.get(entry.type) ?? null);
  const { value, questions } = checkLinks(entry, alone.typedIn, checked);
  const problems = value.length === 0 ? alone.problems : [...alone.problems, ...value];
  return { entry, questions, value: keepProblems(before?.value, problems) };
}

function partsOf(
  checked: Checked,
  ofSteps: readonly OfStep[],
  ofWhole: readonly Problem[],
  before: Reading | undefined,
): Parts {
  const lists = keepSame(
    before?.parts.lists,
    ofSteps.map(({ value }) => value),
  );
  return { checked, ofSteps, lists, ofWhole: keepProblems(before?.parts.ofWhole, ofWhole) };
}
