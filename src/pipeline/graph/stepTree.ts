import { type Path, samePath } from "../definition/path";
import { get, isList, isObject, type ObjectValue, text, type Value } from "../definition/value";
import { Memory, oncePerObject, oncePerStep } from "../remember";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { analyseStep, type StepAnalysis } from "./analyseStep";

/** One step of a definition, wherever it lies. */
export interface StepEntry {
  /** Its name; the second of two steps of one name is `name#2` (the definition is broken, but both are shown). */
  readonly key: string;
  /** Its `Name`, "" where it has none. */
  readonly name: string;
  readonly type: string;
  readonly stepType: StepType;
  readonly step: ObjectValue;
  /** Where it stands in the definition, e.g. `["Steps", 2, "Arguments", "IfSteps", 0]`. */
  readonly path: Path;
  /** Key of the container step around it, null at the top. */
  readonly parent: string | null;
  /** The container's slot it lies in: `IfSteps`, `ElseSteps`, `ForEachBody`. */
  readonly slot: string | null;
  readonly depth: number;
  /** What is remembered of it. Entries that differ in nothing but their path share it. */
  readonly memory: Memory;
}

/** What a step says of others: `analyseStep` of its step, remembered. */
export const analysisOf = oncePerStep(({ step, stepType }: StepEntry): StepAnalysis => analyseStep(step, stepType));

/** The steps of a definition. */
export interface StepTree {
  /** In document order, nested ones after their container. */
  readonly steps: readonly StepEntry[];
  readonly byKey: ReadonlyMap<string, StepEntry>;
  /** The list that they were read from. */
  readonly top: Value | undefined;
}

const treeOf = oncePerObject((definition: ObjectValue): StepTree => collect(get(definition, "Steps"), null));

/**
 * Lists the steps of a definition. Remembered by the definition object.
 *
 * @param before the steps of another definition, most likely the same before an edit: steps that are the same object in the same place
 *   have the same entry.
 */
export function readSteps(definition: ObjectValue, before?: StepTree): StepTree {
  if (before === undefined) return treeOf(definition);
  const top = get(definition, "Steps");
  return treeOf.put(definition, withEditedStep(before, top) ?? collect(top, before));
}

/** Every step in document order, nested ones after their container. Remembered by the definition object. */
export function listSteps(definition: ObjectValue): readonly StepEntry[] {
  return treeOf(definition).steps;
}

/** The steps of a definition by key. */
export function stepsByKey(definition: ObjectValue): ReadonlyMap<string, StepEntry> {
  return treeOf(definition).byKey;
}

/** Where one step of the list was edited, and holds no others: all but that one as they are. Null where it was another edit. */
function withEditedStep(before: StepTree, top: Value | undefined): StepTree | null {
  const { steps, byKey } = before;
  if (!isList(before.top) || !isList(top) || before.top.length !== top.length) return null;
  let edited = -1;
  for (let i = 0; i < top.length; i++) {
    if (top[i] === before.top[i]) continue;
    if (edited >= 0) return null;
    edited = i;
  }
  if (edited < 0) return { steps, byKey, top };
  const step = top[edited];
  const at = steps.findIndex((entry) => entry.parent === null && entry.path[1] === edited);
  const old = steps[at];
  if (old === undefined || !isObject(step) || old.stepType.slots.length > 0) return null;
  const { key, path, parent, slot, depth } = old;
  const entry = new Entry(key, step, path, parent, slot, depth, null);
  if (entry.name !== old.name || entry.stepType.slots.length > 0) return null;
  return { steps: steps.with(at, entry), byKey: new Map(byKey).set(key, entry), top };
}

class Entry implements StepEntry {
  readonly name: string;
  readonly type: string;
  readonly stepType: StepType;
  readonly memory: Memory;
  constructor(
    readonly key: string,
    readonly step: ObjectValue,
    readonly path: Path,
    readonly parent: string | null,
    readonly slot: string | null,
    readonly depth: number,
    memory: Memory | null,
  ) {
    this.name = nameOf(step);
    this.stepType = stepTypeOf(text(get(step, "Type")) ?? "");
    this.type = this.stepType.type;
    this.memory = memory ?? new Memory();
  }
}

function nameOf(step: ObjectValue): string {
  return text(get(step, "Name")) ?? "";
}

/** The entry of a step that stands in no pipeline. */
export function looseEntry(step: ObjectValue): StepEntry {
  return new Entry("", step, [], null, null, 0, null);
}

function collect(top: Value | undefined, before: StepTree | null): StepTree {
  const collector = new Collector(before);
  collector.inList(top, ["Steps"], null, null, 0);
  return { steps: collector.steps, byKey: collector.byKey, top };
}

class Collector {
  readonly steps: StepEntry[] = [];
  readonly byKey = new Map<string, StepEntry>();
  private readonly counts = new Map<string, number>();
  private readonly before: StepTree | null;
  constructor(before: StepTree | null) {
    this.before = before;
  }

  inList(steps: Value | undefined, path: Path, parent: string | null, slot: string | null, depth: number): void {
    if (!isList(steps)) return;
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index];
      // What is spread and then added to gets room for many more: most paths are written out.
      const at = path.length === 1 ? [path[0] as string, index] : [...path, index];
      if (isObject(step)) this.inStep(step, at, parent, slot, depth);
    }
  }

  private inStep(step: ObjectValue, path: Path, parent: string | null, slot: string | null, depth: number): void {
    const key = this.freeKey(nameOf(step));
    const old = this.before?.byKey.get(key);
    const isSame = old !== undefined && old.step === step && old.parent === parent && old.slot === slot;
    const entry =
      isSame && samePath(old.path, path)
        ? old
        : new Entry(key, step, path, parent, slot, depth, isSame ? old.memory : null);
    this.steps.push(entry);
    this.byKey.set(key, entry);
    const { slots } = entry.stepType;
    if (slots.length === 0) return;
    const args = get(step, "Arguments");
    for (const kind of slots) {
      const inside = get(args, kind.key);
      if (inside === undefined) continue;
      this.inList(inside, [...entry.path, "Arguments", kind.key], key, kind.key, depth + 1);
    }
  }

  private freeKey(name: string): string {
    const wanted = name === "" ? "#1" : name;
    if (!this.byKey.has(wanted)) return wanted;
    // Where the last one of the name ended, not from the beginning: a broken file may have thousands.
    let count = this.counts.get(name) ?? 2;
    while (this.byKey.has(`${name}#${count}`)) count++;
    this.counts.set(name, count + 1);
    return `${name}#${count}`;
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
  const enclosing: string[] = [];
  for (let parent = map.get(key)?.parent ?? null; parent !== null; parent = map.get(parent)?.parent ?? null) {
    enclosing.push(parent);
  }
  return enclosing;
}
