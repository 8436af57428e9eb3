import type { Run } from "./run";
import { alternatives, type Dict, joinAll, type Known, type Slot, textsOf, unknownValue } from "./values";

function change(run: Run, target: Known, by: (dict: Dict) => Dict, isSure: boolean): void {
  for (const one of alternatives(target)) {
    if (one.kind !== "dict" && one.kind !== "class") continue;
    const id = one.kind === "dict" ? one.id : one.members;
    const before = run.dictOf(id);
    run.spend(1 + before.entries.size / 4);
    const after = by(before);
    if (after !== before) run.state?.dicts.set(id, isSure ? after : maybe(before, after));
  }
}

/** A change that may not have been made: what was there before may still be. */
function maybe(before: Dict, after: Dict): Dict {
  const entries = new Map<string, Slot>(before.entries);
  for (const [key, slot] of after.entries) {
    const own = before.entries.get(key);
    entries.set(key, own === undefined ? slot : { ...own, value: joinAll([own.value, slot.value]) });
  }
  return { ...after, entries };
}

/** `d[key] = value`. */
export function setKey(run: Run, target: Known, key: Known, value: Known, at: number): void {
  const texts = textsOf(key);
  const isSure = alternatives(target).length === 1 && texts?.length === 1;
  change(
    run,
    target,
    (dict) => {
      if (texts === null) return { ...dict, openAt: dict.openAt ?? at };
      const entries = new Map(dict.entries);
      for (const text of texts) entries.set(text, { value, at: entries.get(text)?.at ?? at });
      return { ...dict, entries };
    },
    isSure,
  );
}

/** `del d[key]`. */
export function removeKey(run: Run, target: Known, key: Known): void {
  const texts = textsOf(key);
  if (texts?.length !== 1 || alternatives(target).length !== 1) return;
  change(
    run,
    target,
    (dict) => ({ ...dict, entries: new Map([...dict.entries].filter(([name]) => name !== texts[0])) }),
    true,
  );
}

export function markOpen(run: Run, target: Known, at: number): void {
  change(run, target, (dict) => ({ ...dict, openAt: dict.openAt ?? at }), true);
}

/** Takes everything of one dictionary into another: `{**a}`, `d.update(a)`, `Object.assign(d, a)`, `d |= a`. */
export function merge(run: Run, target: Known, from: Known, at: number): void {
  const sources = alternatives(from).filter(({ kind }) => kind !== "none" && kind !== "never");
  for (const one of sources) {
    if (one.kind === "dict") {
      const source = run.dictOf(one.id);
      change(run, target, (dict) => mergeDicts(dict, source, at), sources.length === 1);
    } else if (one.kind === "list" && one.items !== null) mergePairs(run, target, one.items, at);
    else if (one.kind !== "scalar") markOpen(run, target, at);
  }
}

function mergeDicts(into: Dict, from: Dict, at: number): Dict {
  const entries = new Map(into.entries);
  for (const [key, slot] of from.entries) entries.set(key, { value: slot.value, at: entries.get(key)?.at ?? slot.at });
  const isOpen = from.openAt !== null || from.isEvent;
  return {
    ...into,
    entries,
    openAt: into.openAt ?? from.openAt ?? (isOpen ? at : null),
    isEvent: into.isEvent || from.isEvent,
  };
}

/** `dict([("a", 1), ("b", 2)])`. */
function mergePairs(run: Run, target: Known, items: readonly Known[], at: number): void {
  for (const pair of items) {
    const [key, value] = pair.kind === "list" ? (pair.items ?? []) : [];
    if (key === undefined || value === undefined) markOpen(run, target, at);
    else setKey(run, target, key, value, at);
  }
}

/** A dictionary of its own with the same content. */
export function copyOf(run: Run, value: Known, at: number): Known {
  const copies = alternatives(value).map((one) => {
    if (one.kind !== "dict") return one;
    const { madeBy: _class, ...content } = run.dictOf(one.id);
    return run.newDict({ ...content, openAt: content.openAt ?? (content.isEvent ? at : null) });
  });
  return joinAll(copies);
}

/** `d[key]`; a member that the event brings is an input. */
export function readKey(run: Run, of: Known, key: Known, at: number): Known {
  const texts = textsOf(key);
  const found = alternatives(of).flatMap((one): Known[] => {
    if (one.kind === "list") return [itemOf(one, key)];
    if (one.kind === "scalar")
      return [one.madeOf === null && one.type === "String" ? { ...one, text: null } : unknownValue];
    if (one.kind !== "dict") return [unknownValue];
    const dict = run.dictOf(one.id);
    if (texts === null) return [joinAll([...[...dict.entries.values()].map(({ value }) => value), unknownValue])];
    return texts.map((text) => memberOf(run, dict, text, at));
  });
  return joinAll(found);
}

function memberOf(run: Run, dict: Dict, name: string, at: number): Known {
  const own = dict.entries.get(name);
  if (own !== undefined) return own.value;
  if (dict.isEvent) run.readInput(name, at);
  return unknownValue;
}

function itemOf(list: Extract<Known, { kind: "list" }>, key: Known): Known {
  const place = key.kind === "scalar" ? key.number : null;
  if (list.items === null || place === null) return list.element.kind === "never" ? unknownValue : list.element;
  return list.items.at(place) ?? unknownValue;
}

/** What a loop over it goes through. */
export function elementOf(run: Run, value: Known): Known {
  const elements = alternatives(value).map((one): Known => {
    if (one.kind === "list") return one.element.kind === "never" ? unknownValue : one.element;
    if (one.kind !== "dict" || run.language !== "python") return unknownValue;
    const dict = run.dictOf(one.id);
    if (dict.openAt !== null || dict.isEvent) return unknownValue;
    return joinAll([...dict.entries.keys()].map((text) => ({ ...textKey, text })));
  });
  return joinAll(elements);
}

const textKey = { kind: "scalar", type: "String", isGuess: false, number: null, madeOf: null } as const;
