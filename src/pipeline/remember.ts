/**
 * The only caches of the pure layer. Nothing else in `pipeline` remembers: `architecture.test.ts` holds it to that.
 *
 * Values are immutable, so what was computed from an object stays true as long as the object is there. What is kept hangs on the object
 * itself: two documents do not disturb each other, and a document that is closed takes everything along. What hangs on more than one
 * object is kept in a reading, which is handed in with the next one (`reading/read.ts`).
 */

/** Texts are few, but a definition may make up any number of them. */
const mostTexts = 500;

interface Kept<V> {
  readonly table: object;
  value: V;
  readonly next: Kept<unknown> | null;
}

/** Hands back the object it is given: a class that extends it puts its private fields onto that. */
class Onto {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what is handed back is what gets the fields
    return object;
  }
}

/**
 * What is remembered of an object, in the object itself: nobody sees it, and it goes with the object. A `WeakMap` would do the same, but
 * each small garbage collection takes its values for living ones, and carries all that was derived of closed documents along.
 */
class Carried extends Onto {
  #first: Kept<unknown> | null = null;

  static find<V>(object: object, table: object): Kept<V> | undefined {
    if (!(#first in object)) return undefined;
    for (let kept = object.#first; kept !== null; kept = kept.next) if (kept.table === table) return kept as Kept<V>;
    return undefined;
  }

  static add<V>(object: object, table: object, value: V): void {
    const carrier = #first in object ? object : (new Carried(object) as Carried);
    carrier.#first = { table, value, next: carrier.#first };
  }
}

/** Objects carry what is remembered of them; texts stand in a table that is emptied when it is full. */
class Table<K extends object | string, V> {
  private readonly texts = new Map<string, V>();

  get(key: K): V | undefined {
    return typeof key === "string" ? this.texts.get(key) : Carried.find<V>(key, this)?.value;
  }

  set(key: K, value: V): void {
    if (typeof key !== "string") {
      const kept = Carried.find<V>(key, this);
      if (kept === undefined) Carried.add(key, this, value);
      else kept.value = value;
      return;
    }
    if (this.texts.size >= mostTexts) this.texts.clear();
    this.texts.set(key, value);
  }
}

/** A copy where it is a text: one that was cut out of a document keeps the whole text of the document alive. */
export function ownCopy<K>(key: K): K {
  return typeof key === "string" ? (`${key} `.slice(0, -1) as K) : key;
}

/** A function that remembers what it computed. */
interface Remembering<K, Others extends readonly unknown[], T> {
  (object: K, ...others: Others): T;
  /** Remembers a value for an object that was computed in another way, such as from that of another object. Returns it. */
  put(object: K, value: T, ...others: Others): T;
}

/**
 * Once per object: computes for an object (or a short text, such as a `Type`) once.
 *
 * @param compute pure. Arguments after the object are compared with those of last time: where one is another, it is computed again.
 * @param keep given the value of before and the new one of an object, chooses which is kept: so that what is equal stays the same.
 * @returns the function that remembers. It throws what `compute` throws, and then remembers nothing.
 */
export function oncePerObject<K extends object | string, Others extends readonly unknown[], T>(
  compute: (object: K, ...others: Others) => T,
  keep: (before: T, now: T) => T = (_, now) => now,
): Remembering<K, Others, T> {
  const table = new Table<K, { readonly others: Others; readonly value: T }>();
  const put = (object: K, value: T, ...others: Others): T => {
    table.set(object, { others, value });
    return value;
  };
  const remembering = (object: K, ...others: Others): T => {
    const before = table.get(object);
    if (before !== undefined && areSame(before.others, others)) return before.value;
    const key = before === undefined ? ownCopy(object) : object;
    const now = compute(key, ...others);
    return put(key, before === undefined ? now : keep(before.value, now), ...others);
  };
  return Object.assign(remembering, { put });
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let i = 0; i < now.length; i++) if (before[i] !== now[i]) return false;
  return true;
}

/** What is remembered of one step (or of one place of a step type) lies in itself, each fact in its place: they are many, and are asked for all the time. */
export class Memory {
  static #count = 0;
  readonly #kept: unknown[] = new Array(Memory.#count);

  /** A new kind of fact: reads and writes it. */
  static kind<T>(): { get(of: Memory): T | undefined; set(of: Memory, value: T): void } {
    const place = Memory.#count++;
    return {
      get: (of) => of.#kept[place] as T | undefined,
      set(of, value) {
        of.#kept[place] = value;
      },
    };
  }
}

/**
 * Once per step: as `oncePerObject`, for a step's entry, and for all else that carries `memory`. An entry that takes over the memory of
 * another takes over all that was computed of it, so `compute` reads of it only what the two have in common.
 *
 * @param compute pure. One argument beside the step is compared with that of last time: where it is another, it is computed again.
 */
export function oncePerStep<K extends { readonly memory: Memory }, T, Other = undefined>(
  compute: (step: K, other: Other) => T,
): RememberingSteps<K, T, Other> {
  const values = Memory.kind<T>();
  // Where nothing stands beside the step, no place is kept for it.
  const others = compute.length < 2 ? null : Memory.kind<Other>();
  const known = ({ memory }: K, other?: Other): T | undefined =>
    others === null || others.get(memory) === other ? values.get(memory) : undefined;
  const put = ({ memory }: K, value: T, other?: Other) => {
    values.set(memory, value);
    others?.set(memory, other as Other);
    return value;
  };
  const remembering = (step: K, other?: Other) => {
    const before = known(step, other);
    return before !== undefined ? before : put(step, compute(step, other as Other), other);
  };
  return Object.assign(remembering, { put, isKnown: (step: K, other?: Other) => known(step, other) !== undefined });
}

type Beside<Other> = Other extends undefined ? [] : [Other];

/** A function that remembers what it computed of each step. */
interface RememberingSteps<K, T, Other> {
  (step: K, ...other: Beside<Other>): T;
  /** Remembers what was computed of a step in another way, such as in parts. Returns it. */
  put(step: K, value: T, ...other: Beside<Other>): T;
  isKnown(step: K, ...other: Beside<Other>): boolean;
}

/**
 * Keep the same: the list of before where both hold the same things in the same order, else the new one.
 *
 * @param isSame says when two things are the same to whoever looks; the same object where it is not given.
 */
export function keepSame<T>(
  before: readonly T[] | undefined,
  now: readonly T[],
  isSame: (before: T, now: T) => boolean = Object.is,
): readonly T[] {
  if (before === undefined || before.length !== now.length) return now;
  for (let i = 0; i < now.length; i++) if (!isSame(before[i] as T, now[i] as T)) return now;
  return before;
}

/** What was computed, and what was asked of others for it. */
export interface Answered<Questions, T> {
  readonly questions: Questions;
  readonly value: T;
}

/**
 * Ask again: what was computed before stays as long as every question that was asked for it would be answered as it was.
 *
 * @param holds says so of the questions.
 */
export function askAgain<A extends Answered<unknown, unknown>>(
  before: A | undefined,
  holds: (questions: A["questions"]) => boolean,
  compute: () => A,
): A {
  return before !== undefined && holds(before.questions) ? before : compute();
}
