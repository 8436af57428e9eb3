import { useCallback, useSyncExternalStore } from "react";
import { shallow } from "zustand/shallow";

/** A value for each of many keys. Who shows one of them listens to its key alone: a thousand cards are not asked about the one that changed. */
export interface KeyedStore<V> {
  readonly all: () => ReadonlyMap<string, V>;
  readonly get: (key: string) => V | undefined;
  readonly subscribe: (key: string, listener: () => void) => () => void;
  /** Puts other values in place. A value that equals the one before, one level deep, remains the object that it was. */
  readonly replace: (next: ReadonlyMap<string, V>) => void;
}

export function createKeyedStore<V>(): KeyedStore<V> {
  let values: ReadonlyMap<string, V> = new Map();
  const listeners = new Map<string, Set<() => void>>();
  return {
    all: () => values,
    get: (key) => values.get(key),
    subscribe(key, listener) {
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(key) === own) listeners.delete(key);
      };
    },
    replace(next) {
      if (next === values || (next.size === 0 && values.size === 0)) return;
      const before = values;
      values = keepEqual(before, next);
      for (const [key, own] of [...listeners]) {
        if (before.get(key) !== values.get(key)) for (const listener of [...own]) listener();
      }
    },
  };
}

function keepEqual<V>(before: ReadonlyMap<string, V>, next: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  let kept: Map<string, V> | null = null;
  for (const [key, value] of next) {
    const old = before.get(key);
    if (old === undefined || old === value || !shallow(old, value)) continue;
    kept ??= new Map(next);
    kept.set(key, old);
  }
  return kept ?? next;
}

/** The value of a key; the component renders again only when that one changes. */
export function useKeyed<V>(store: KeyedStore<V>, key: string): V | undefined {
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key]);
  const read = () => store.get(key);
  return useSyncExternalStore(subscribe, read, read);
}
