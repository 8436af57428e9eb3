/** What the rules say of the single steps: what was said is remembered, so an edit costs the steps that it touches. */

import { get, type Value } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import type { ApiModel, ApiModels } from "../schema/model";
import { Around, stillHolds } from "./around";
import { checkFields } from "./checkFields";
import { checkLinks } from "./checkLinks";
import { together } from "./eachStep";
import { perStep } from "./perStep";
import type { Checked, Problem } from "./problem";
import { concerns, problemOf, rulesFor } from "./rulesFor";

const none: readonly Problem[] = [];

interface Said {
  readonly steps: readonly StepEntry[];
  readonly models: ApiModels;
  readonly parameters: Value | undefined;
  /** In the order of the steps. */
  readonly lists: readonly (readonly Problem[])[];
  readonly problems: readonly Problem[];
  /** Who asked for whom: the places of the steps that looked at a step, by its key. */
  readonly askers: Map<string, Set<number>>;
  /** Those that looked at the whole definition. */
  readonly ofWhole: Set<number>;
}
let last: Said | null = null;

/** All that is said of single steps, in their order; the same list again where nothing of it changed. */
export function problemsOfSteps(checked: Checked): readonly Problem[] {
  last = last !== null && isComparable(last, checked) ? sayAgain(last, checked) : sayAnew(checked);
  return last.problems;
}

/** True when between the two only the contents of single steps changed: no name, no type, no place among the others. */
function isComparable({ steps, models, parameters }: Said, checked: Checked): boolean {
  const now = checked.graph.steps;
  if (now.length !== steps.length || checked.models !== models || parametersOf(checked) !== parameters) return false;
  for (let i = 0; i < now.length; i++) {
    const [before, entry] = [steps[i] as StepEntry, now[i] as StepEntry];
    if (before !== entry && !standsAlike(before, entry)) return false;
  }
  return true;
}

function standsAlike(before: StepEntry, now: StepEntry): boolean {
  return before.key === now.key && before.type === now.type && before.parent === now.parent && before.slot === now.slot;
}

function parametersOf({ definition }: Checked): Value | undefined {
  return get(definition, "Parameters");
}

function sayAnew(checked: Checked): Said {
  const { steps } = checked.graph;
  const askers: Said["askers"] = new Map();
  const ofWhole: Said["ofWhole"] = new Set();
  const lists = steps.map((entry, i) => say(entry, i, checked, askers, ofWhole));
  const parameters = parametersOf(checked);
  return { steps, models: checked.models, parameters, lists, problems: together(lists), askers, ofWhole };
}

function sayAgain(before: Said, checked: Checked): Said {
  const { steps } = checked.graph;
  const { askers, ofWhole } = before;
  const asked = new Set(ofWhole);
  for (let i = 0; i < steps.length; i++) {
    const entry = steps[i] as StepEntry;
    if (entry === before.steps[i]) continue;
    asked.add(i);
    for (const asker of askers.get(entry.key) ?? []) asked.add(asker);
  }
  let lists: (readonly Problem[])[] | null = null;
  for (const i of asked) {
    const said = say(steps[i] as StepEntry, i, checked, askers, ofWhole);
    if (isSameList(before.lists[i] ?? none, said)) continue;
    lists ??= [...before.lists];
    lists[i] = said;
  }
  if (lists === null) return { ...before, steps };
  return { ...before, steps, lists, problems: together(lists) };
}

function isSameList(before: readonly Problem[], now: readonly Problem[]): boolean {
  return before === now || (before.length === now.length && now.every((problem, i) => problem === before[i]));
}

function say(
  entry: StepEntry,
  place: number,
  checked: Checked,
  askers: Said["askers"],
  ofWhole: Said["ofWhole"],
): readonly Problem[] {
  const ofItself = checkAlone(entry, checked.models.get(entry.type) ?? null);
  const { problems, questions } = checkLinked(entry, checked);
  ofWhole.delete(place);
  for (const { about, name } of questions) {
    if (about === "whole") ofWhole.add(place);
    else if (about === "step") {
      const known = askers.get(name);
      if (known === undefined) askers.set(name, new Set([place]));
      else known.add(place);
    }
  }
  if (problems.length === 0) return ofItself;
  return ofItself.length === 0 ? problems : [...ofItself, ...problems];
}

interface Alone {
  readonly key: string;
  readonly model: ApiModel | null;
  readonly problems: readonly Problem[];
}
const alone = perStep<Alone>();

/** What a step's rules say of it alone. */
function checkAlone(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  const before = alone.get(entry);
  if (before !== undefined && before.key === entry.key && before.model === model) return before.problems;
  const ofFields = checkFields(entry, model);
  const ofStep = checkStep(entry, model);
  const problems = ofStep.length === 0 ? ofFields : [...ofFields, ...ofStep];
  alone.set(entry, { key: entry.key, model, problems });
  return problems;
}

function checkStep(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  let problems: Problem[] | null = null;
  for (const rule of rulesFor(entry.type).ofStep) {
    if (!concerns(rule, entry.step)) continue;
    for (const found of rule.checkStep?.(entry, model) ?? []) {
      problems ??= [];
      problems.push(problemOf(rule, found));
    }
  }
  return problems ?? none;
}

interface Linked {
  readonly entry: Pick<StepEntry, "key" | "parent" | "slot">;
  readonly models: ApiModels;
  readonly questions: ReturnType<Around["asked"]>;
  readonly problems: readonly Problem[];
}
const linked = perStep<Linked>();

/** What a step's rules say of it among the others, and whom they asked for that. */
function checkLinked(entry: StepEntry, checked: Checked): Linked {
  const before = linked.get(entry);
  const same =
    before !== undefined &&
    before.models === checked.models &&
    before.entry.key === entry.key &&
    before.entry.parent === entry.parent &&
    before.entry.slot === entry.slot &&
    stillHolds(checked, before.questions);
  if (same) return before;
  const around = new Around(checked, entry);
  const problems = checkLinks(entry, around);
  const made = { entry, models: checked.models, questions: around.asked(), problems };
  linked.set(entry, made);
  return made;
}
