/** Three-way merge of definitions: by step, and within a step by field. */
import { type Beside, besideOf, besideValue } from "../definition/sideFile";
import { getIn, isList, isObject, type ObjectValue, setIn, type Value } from "../definition/value";
import { listSteps, type StepEntry } from "../graph/stepTree";
import { type Conflict, decisions, mergeOrder, mergeValues, oneSided, type Side } from "./mergeValues";
import { findRenames, renameSteps } from "./renames";

export type { Conflict, Side } from "./mergeValues";

export interface Merge<Merged> {
  /** Decided as chosen; where nothing is chosen yet, as ours has it. */
  readonly merged: Merged;
  readonly conflicts: readonly Conflict[];
}

/** Stands where the steps were that are merged by themselves. */
const mark = "steps";

/**
 * Merges what two sides made of a definition. Edits of different steps or fields are all kept; a step that one side renamed is still the
 * same step, and one that a side moved into a container goes there with what the other changed in it.
 *
 * @param choices which side is taken, by the id of a conflict
 */
export function mergeDefinitions(
  base: ObjectValue,
  ours: ObjectValue,
  theirs: ObjectValue,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge<ObjectValue> {
  const called = calledTwice(findRenames(base, ours), findRenames(base, theirs));
  const { merged, conflicts } = mergeNamed(base, ours, renameSteps(theirs, namesOf(called, "theirs", "ours")), choices);
  if (called.length === 0) return { merged, conflicts };
  const { conflicts: names, deciding } = decisions(choices);
  const theirNames = called.filter((names) => deciding(names.ours)(names, ["Name"]) === "theirs");
  return {
    merged: renameSteps(merged, namesOf(theirNames, "ours", "theirs")),
    conflicts: [...names, ...conflicts],
  };
}

/** A step that each side gave another name. */
interface CalledTwice {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

function calledTwice(here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): readonly CalledTwice[] {
  return [...here].flatMap(([base, ours]) => {
    const theirs = there.get(base);
    return theirs === undefined || theirs === ours ? [] : [{ base, ours, theirs }];
  });
}

function namesOf(called: readonly CalledTwice[], from: Side, to: Side): ReadonlyMap<string, string> {
  return new Map(called.map((names) => [names[from], names[to]]));
}

/** A step that one side alone renamed bears its new name on all three, so that it is one step. */
function mergeNamed(
  base: ObjectValue,
  ours: ObjectValue,
  theirs: ObjectValue,
  choices: ReadonlyMap<string, Side>,
): Merge<ObjectValue> {
  const both = new Set(listSteps(theirs).map(({ key }) => key));
  const here = findRenames(base, ours);
  const renamedHere = unlessTaken(here, theirs);
  // Of one that both have renamed only the base still says the old name.
  const sameName = new Map([...here].filter(([from, to]) => !both.has(from) && both.has(to)));
  const old = renameSteps(base, new Map([...renamedHere, ...sameName]));
  const other = renameSteps(theirs, renamedHere);
  const renamedThere = unlessTaken(findRenames(old, other), ours);
  return mergeSteps(renameSteps(old, renamedThere), renameSteps(ours, renamedThere), other, choices);
}

/** Without the names that the other side has given to another step meanwhile. */
function unlessTaken(renames: ReadonlyMap<string, string>, other: ObjectValue): ReadonlyMap<string, string> {
  const there = new Set(listSteps(other).map(({ key }) => key));
  return new Map([...renames].filter(([from, to]) => there.has(from) && !there.has(to)));
}

function mergeSteps(
  base: ObjectValue,
  ours: ObjectValue,
  theirs: ObjectValue,
  choices: ReadonlyMap<string, Side>,
): Merge<ObjectValue> {
  const { conflicts, deciding } = decisions(choices);
  if (![base, ours, theirs].every(areStepsTold)) {
    const merged = mergeValues(base, ours, theirs, deciding(null));
    return { merged: isObject(merged) ? merged : ours, conflicts };
  }
  const sides = [base, ours, theirs].map(stepsOf) as [Steps, Steps, Steps];
  const [old, mine, other] = sides;
  const rest = mergeValues(withoutSteps(base), withoutSteps(ours), withoutSteps(theirs), deciding(null));
  const own = new Map<string, Value>();
  const home = new Map<string, Home>();
  for (const key of mergeOrder(old.order, mine.order, other.order)) {
    const [was, here, there] = [old.steps.get(key), mine.steps.get(key), other.steps.get(key)];
    const value = mergeValues(was?.own, here?.own, there?.own, deciding(key));
    if (value === undefined) continue;
    own.set(key, value);
    home.set(key, mergeHome(was?.home ?? null, here?.home ?? null, there?.home ?? null, deciding(key)));
  }
  bringHome(own, home);
  const listAt = (at: Home): readonly Value[] => {
    const order = mergeOrder(
      ...(sides.map((side) => side.inside.get(idOf(at)) ?? []) as [string[], string[], string[]]),
    );
    const inside = [...home].filter(([, each]) => idOf(each) === idOf(at)).map(([key]) => key);
    const keys = [...order.filter((key) => inside.includes(key)), ...inside.filter((key) => !order.includes(key))];
    return keys.map((key) => {
      const slots = new Map(
        [...home.values()].filter(({ parent }) => parent === key).map((each) => [each.slot ?? "", each]),
      );
      for (const slot of markedSlots(own.get(key))) slots.set(slot, { parent: key, slot });
      return [...slots].reduce<Value>(
        (step, [slot, each]) => setIn(step, ["Arguments", slot], listAt(each)),
        own.get(key) ?? null,
      );
    });
  };
  const merged = own.size > 0 || getIn(rest, ["Steps"]) === mark ? setIn(rest ?? {}, ["Steps"], listAt(top)) : rest;
  return { merged: isObject(merged) ? merged : ours, conflicts };
}

/** Each step has a name of its own, and nothing else stands among them: in a broken file one goes by values alone. */
function areStepsTold(definition: ObjectValue): boolean {
  const list = listSteps(definition);
  const lists = [getIn(definition, ["Steps"]), ...list.flatMap(listsIn)];
  return list.every(({ key, name }) => key === name) && lists.every((items) => !isList(items) || items.every(isObject));
}

function listsIn({ step, stepType }: StepEntry): readonly (Value | undefined)[] {
  return stepType.slots.map(({ key }) => getIn(step, ["Arguments", key]));
}

/** The list that a step stands in: the pipeline's own, or a slot of a container. */
interface Home {
  readonly parent: string | null;
  readonly slot: string | null;
}

const top: Home = { parent: null, slot: null };
const idOf = ({ parent, slot }: Home) => JSON.stringify([parent, slot]);

interface Steps {
  readonly order: readonly string[];
  /** Each step without those in it, and where it stands. */
  readonly steps: ReadonlyMap<string, { readonly own: Value; readonly home: Home }>;
  /** The keys of the steps in each list. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
}

function stepsOf(definition: ObjectValue): Steps {
  const list = listSteps(definition);
  const inside = new Map<string, string[]>();
  for (const { key, parent, slot } of list) {
    const id = idOf({ parent, slot });
    inside.set(id, [...(inside.get(id) ?? []), key]);
  }
  const steps = new Map(list.map((entry) => [entry.key, { own: ownWithMarks(entry), home: entry }]));
  return { order: list.map(({ key }) => key), steps, inside };
}

/** A step with a mark in each of its slots: where the key stands is part of it, what is in it is not. */
function ownWithMarks({ step, stepType }: StepEntry): Value {
  return stepType.slots.reduce<Value>((own, { key }) => {
    const at = ["Arguments", key];
    return isList(getIn(own, at)) ? setIn(own, at, mark) : own;
  }, step);
}

function markedSlots(own: Value | undefined): readonly string[] {
  return ["IfSteps", "ElseSteps", "ForEachBody"].filter((slot) => getIn(own, ["Arguments", slot]) === mark);
}

function withoutSteps(definition: ObjectValue): Value {
  return isList(getIn(definition, ["Steps"])) ? setIn(definition, ["Steps"], mark) : definition;
}

function mergeHome(
  base: Home | null,
  ours: Home | null,
  theirs: Home | null,
  decide: ReturnType<ReturnType<typeof decisions>["deciding"]>,
): Home {
  // Where a side has no such step any more, it has no say in where it stands.
  const [here, there] = [ours ?? theirs ?? top, theirs ?? ours ?? top];
  const settled = oneSided(base ?? here, here, there, (left, right) => idOf(left) === idOf(right));
  if (settled !== null) return settled.value;
  const said = (home: Home | null) =>
    home === null ? undefined : home.parent === null ? "outside of all" : `in ${home.parent}, ${home.slot}`;
  return decide({ base: said(base), ours: said(here), theirs: said(there) }, ["where it stands"]) === "ours"
    ? here
    : there;
}

/** A step whose container is gone, or that would stand in itself because each side moved one into the other, stands outside of all. */
function bringHome(own: ReadonlyMap<string, Value>, home: Map<string, Home>): void {
  for (const key of own.keys()) {
    const seen = new Set([key]);
    for (let at = home.get(key)?.parent ?? null; at !== null; at = home.get(at)?.parent ?? null) {
      if (own.has(at) && !seen.has(at)) seen.add(at);
      else {
        home.set(key, top);
        break;
      }
    }
  }
}

/** The same for what lies beside a definition. Where both moved the same card, ours stays: a position is quickly put right. */
export function mergeBeside(
  base: Beside,
  ours: Beside,
  theirs: Beside,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge<Beside> {
  const { conflicts, deciding } = decisions(choices);
  const decide = deciding(null);
  const merged = mergeValues(besideValue(base), besideValue(ours), besideValue(theirs), (conflict, path) =>
    ["layout", "ways", "folded", "pins"].includes(String(path[0])) ? "ours" : decide(conflict, path),
  );
  return { merged: isObject(merged) ? besideOf(merged) : ours, conflicts };
}
