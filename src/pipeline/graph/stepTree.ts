import type { Path } from "../definition/path";
import { get, isList, isObject, type ObjectValue, text, type Value } from "../definition/value";
import { stepTypeOf } from "../steps";

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

const remembered = new WeakMap<ObjectValue, readonly StepEntry[]>();

/** Every step in document order, nested ones after their container. Remembered by the definition object. */
export function listSteps(definition: ObjectValue): readonly StepEntry[] {
  let list = remembered.get(definition);
  if (list === undefined) {
    const found: StepEntry[] = [];
    const taken = new Set<string>();
    collect(get(definition, "Steps"), ["Steps"], null, null, 0, found, taken);
    list = found;
    remembered.set(definition, list);
  }
  return list;
}

function collect(
  steps: Value | undefined,
  path: Path,
  parent: string | null,
  slot: string | null,
  depth: number,
  found: StepEntry[],
  taken: Set<string>,
): void {
  if (!isList(steps)) return;
  steps.forEach((step, index) => {
    if (!isObject(step)) return;
    const at = [...path, index];
    const name = text(get(step, "Name")) ?? "";
    const type = text(get(step, "Type")) ?? "";
    const key = freeKey(name, taken);
    found.push({ key, name, type, step, path: at, parent, slot, depth });
    const args = get(step, "Arguments");
    for (const place of stepTypeOf(type).slots) {
      const inside = get(args, place.key);
      if (inside !== undefined)
        collect(inside, [...at, "Arguments", place.key], key, place.key, depth + 1, found, taken);
    }
  });
}

function freeKey(name: string, taken: Set<string>): string {
  let key = name === "" ? "#1" : name;
  for (let count = 2; taken.has(key); count++) key = `${name}#${count}`;
  taken.add(key);
  return key;
}

const byKeyRemembered = new WeakMap<readonly StepEntry[], ReadonlyMap<string, StepEntry>>();

/** The steps of a definition by key. */
export function stepsByKey(definition: ObjectValue): ReadonlyMap<string, StepEntry> {
  const list = listSteps(definition);
  let map = byKeyRemembered.get(list);
  if (map === undefined) {
    map = new Map(list.map((entry) => [entry.key, entry]));
    byKeyRemembered.set(list, map);
  }
  return map;
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
