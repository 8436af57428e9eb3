import { type Path, startsWith } from "../definition/path";
import { get, isList, isObject, type ObjectValue, text, type Value } from "../definition/value";
import { stepTypeOf } from "../steps";
import { analyseStep, type StepAnalysis } from "./analyseStep";

/** One step of a definition, wherever it lies. */
export interface StepEntry {
  /** Its name; the second of two steps of one name is `name#2` (the definition is broken, but both are shown). */
  readonly key: string;
  /** Its `Name`, "" where it has none. */
  readonly name: string;
  readonly type: string;
  readonly step: ObjectValue;
  /** Where it stands in the definition, e.g. `["Steps", 2, "Arguments", "IfSteps", 0]`. */
  readonly path: Path;
  /** Key of the container step around it, null at the top. */
  readonly parent: string | null;
  /** The container's slot it lies in: `IfSteps`, `ElseSteps`, `ForEachBody`. */
  readonly slot: string | null;
  readonly depth: number;
}

/** An entry that knows what its step says of others, so that nobody has to look that up by the step. */
class Entry implements StepEntry {
  #analysis: StepAnalysis | null = null;
  constructor(
    readonly key: string,
    readonly name: string,
    readonly type: string,
    readonly step: ObjectValue,
    readonly path: Path,
    readonly parent: string | null,
    readonly slot: string | null,
    readonly depth: number,
  ) {}

  static analysisOf(entry: StepEntry): StepAnalysis {
    if (!(entry instanceof Entry)) return analyseStep(entry.step);
    entry.#analysis ??= analyseStep(entry.step);
    return entry.#analysis;
  }
}

/** What a step says of others: `analyseStep` of its step, at hand. */
export const analysisOf = Entry.analysisOf;

interface Steps {
  readonly list: readonly StepEntry[];
  readonly byKey: ReadonlyMap<string, StepEntry>;
  /** What they were read from. */
  readonly top: Value | undefined;
}

const remembered = new WeakMap<ObjectValue, Steps>();
/** The steps that were listed last. The next definition is most likely the same after an edit, so its entries are there already. */
let last: Steps = { list: [], byKey: new Map(), top: undefined };

function stepsOf(definition: ObjectValue): Steps {
  let steps = remembered.get(definition);
  if (steps === undefined) {
    const top = get(definition, "Steps");
    steps = withEditedStep(last, top) ?? new Collector(last.list).collect(top);
    last = steps;
    remembered.set(definition, steps);
  }
  return steps;
}

/** Where one step of the list was edited, and holds no others: all but that one as they are. Null where it was another edit. */
function withEditedStep({ list, byKey, top: before }: Steps, top: Value | undefined): Steps | null {
  if (!isList(before) || !isList(top) || before.length !== top.length) return null;
  let edited = -1;
  for (let i = 0; i < top.length; i++) {
    if (top[i] === before[i]) continue;
    if (edited >= 0) return null;
    edited = i;
  }
  if (edited < 0) return { list, byKey, top };
  const step = top[edited];
  const at = list.findIndex((entry) => entry.parent === null && entry.path[1] === edited);
  const old = list[at];
  if (old === undefined || !isObject(step)) return null;
  const name = text(get(step, "Name")) ?? "";
  const type = text(get(step, "Type")) ?? "";
  const holdsSteps = stepTypeOf(old.type).slots.length > 0 || stepTypeOf(type).slots.length > 0;
  if (name !== old.name || holdsSteps) return null;
  const { key, path, parent, slot, depth } = old;
  const entry = new Entry(key, name, type, step, path, parent, slot, depth);
  return { list: list.with(at, entry), byKey: new Map(byKey).set(key, entry), top };
}

/** Every step in document order, nested ones after their container. Remembered by the definition object. */
export function listSteps(definition: ObjectValue): readonly StepEntry[] {
  return stepsOf(definition).list;
}

/** The steps of a definition by key. */
export function stepsByKey(definition: ObjectValue): ReadonlyMap<string, StepEntry> {
  return stepsOf(definition).byKey;
}

class Collector {
  private readonly before: readonly StepEntry[];
  private readonly list: StepEntry[] = [];
  private readonly byKey = new Map<string, StepEntry>();

  constructor(before: readonly StepEntry[]) {
    this.before = before;
  }

  collect(top: Value | undefined): Steps {
    this.inList(top, ["Steps"], null, null, 0);
    return { list: this.list, byKey: this.byKey, top };
  }

  private inList(
    steps: Value | undefined,
    path: Path,
    parent: string | null,
    slot: string | null,
    depth: number,
  ): void {
    if (!isList(steps)) return;
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      if (isObject(step)) this.inStep(step, path, index, parent, slot, depth);
    }
  }

  private inStep(
    step: ObjectValue,
    path: Path,
    index: number,
    parent: string | null,
    slot: string | null,
    depth: number,
  ): void {
    const entry = this.asBefore(step, path, index, parent, slot) ?? this.made(step, path, index, parent, slot, depth);
    this.list.push(entry);
    this.byKey.set(entry.key, entry);
    const { slots } = stepTypeOf(entry.type);
    if (slots.length === 0) return;
    const args = get(step, "Arguments");
    for (const place of slots) {
      const inside = get(args, place.key);
      if (inside === undefined) continue;
      this.inList(inside, [...entry.path, "Arguments", place.key], entry.key, place.key, depth + 1);
    }
  }

  /** The entry that stood at this place of the list before, where it is the same step in the same place. */
  private asBefore(
    step: ObjectValue,
    path: Path,
    index: number,
    parent: string | null,
    slot: string | null,
  ): StepEntry | null {
    const entry = this.before[this.list.length];
    if (entry?.step !== step || entry.parent !== parent || entry.slot !== slot) return null;
    if (entry.path.length !== path.length + 1 || entry.path.at(-1) !== index || !startsWith(entry.path, path))
      return null;
    return entry.key === this.freeKey(entry.name) ? entry : null;
  }

  private made(
    step: ObjectValue,
    path: Path,
    index: number,
    parent: string | null,
    slot: string | null,
    depth: number,
  ): StepEntry {
    const name = text(get(step, "Name")) ?? "";
    const type = text(get(step, "Type")) ?? "";
    return new Entry(this.freeKey(name), name, type, step, [...path, index], parent, slot, depth);
  }

  private freeKey(name: string): string {
    let key = name === "" ? "#1" : name;
    for (let count = 2; this.byKey.has(key); count++) key = `${name}#${count}`;
    return key;
  }
}

/** The step of a key; throws when the definition has none (a stale key is a bug of the caller). */
export function stepAt(definition: ObjectValue, key: string): StepEntry {
  const entry = stepsByKey(definition).get(key);
  if (entry === undefined) throw new Error(`There is no step ${key}.`);
  return entry;
}

/** The keys of all steps inside a container, at any depth. */
export function stepsInside(definition: ObjectValue, container: string): readonly string[] {
  const inside = new Set<string>();
  for (const entry of listSteps(definition)) {
    if (entry.parent !== null && (entry.parent === container || inside.has(entry.parent))) inside.add(entry.key);
  }
  return [...inside];
}

/** Of several steps those that no other of them holds. */
export function rootsOf(definition: ObjectValue, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !containersOf(definition, key).some((container) => keys.includes(container)));
}

/** The keys of the containers around a step, the nearest first. */
export function containersOf(definition: ObjectValue, key: string): readonly string[] {
  const map = stepsByKey(definition);
  const around: string[] = [];
  for (let parent = map.get(key)?.parent ?? null; parent !== null; parent = map.get(parent)?.parent ?? null) {
    around.push(parent);
  }
  return around;
}
