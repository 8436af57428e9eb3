import { type Dict, joinAll, type Known, neverValue, type Slot } from "./values";

/** The names and dictionaries at one place of the code. */
export interface State {
  /** By frame and name. */
  readonly names: Map<string, Known>;
  readonly dicts: Map<number, Dict>;
}

export function emptyState(): State {
  return { names: new Map(), dicts: new Map() };
}

export function copyState({ names, dicts }: State): State {
  return { names: new Map(names), dicts: new Map(dicts) };
}

/** Where two ways through the code meet again: either may have been taken. */
export function joinStates(states: readonly (State | null)[]): State | null {
  const taken = states.filter((state) => state !== null);
  const [first, ...others] = taken;
  if (first === undefined) return null;
  const joined = others.length === 0 ? first : copyState(first);
  for (const other of others) {
    for (const [name, value] of other.names) {
      const own = joined.names.get(name);
      if (own !== value) joined.names.set(name, own === undefined ? value : joinAll([own, value]));
    }
    for (const [id, dict] of other.dicts) {
      const own = joined.dicts.get(id);
      if (own !== dict) joined.dicts.set(id, own === undefined ? dict : joinDicts(own, dict));
    }
  }
  return joined;
}

function joinDicts(left: Dict, right: Dict): Dict {
  const entries = new Map<string, Slot>(left.entries);
  for (const [key, slot] of right.entries) {
    const own = entries.get(key);
    entries.set(key, own === undefined ? slot : { ...own, value: joinAll([own.value ?? neverValue, slot.value]) });
  }
  return {
    entries,
    openAt: left.openAt ?? right.openAt,
    isEvent: left.isEvent || right.isEvent,
    madeBy: left.madeBy ?? right.madeBy,
  };
}
