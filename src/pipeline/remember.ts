/**
 * The only caches of the pure layer. Nothing else in `pipeline` remembers: `architecture.test.ts` holds it to that.
 *
 * Values are immutable, so what was computed from an object stays true as long as the object is there. What is kept hangs on the object
 * itself, weakly: two documents do not disturb each other, and a document that is closed takes everything along.
 */

/** Texts are few, but a definition may make up any number of them. */
const mostTexts = 500;

interface Table<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** Objects are held weakly; texts in a table that is emptied when it is full. */
class WeakTable<K extends object | string, V> implements Table<K, V> {
  private readonly objects = new WeakMap<object, V>();
  private readonly texts = new Map<string, V>();

  get(key: K): V | undefined {
    return typeof key === "string" ? this.texts.get(key) : this.objects.get(key);
  }

  set(key: K, value: V): void {
    if (typeof key !== "string") {
      this.objects.set(key, value);
      return;
    }
    if (this.texts.size >= mostTexts) this.texts.clear();
    this.texts.set(key, value);
  }
}

/**
 * Once per object: computes for an object (or a short text, such as a `Type`) once.
 *
 * @param compute pure. Arguments after the object are compared with those of last time: where one is another, it is computed again.
 *   Those that a call leaves out are not asked about.
 * @param keep given the value of before and the new one of an object, chooses which is kept: so that what is equal stays the same.
 * @returns the function that remembers. It throws what `compute` throws, and then remembers nothing.
 */
export function oncePerObject<K extends object | string, Others extends readonly unknown[], T>(
  compute: (object: K, ...others: Others) => T,
  keep: (before: T, now: T) => T = (_, now) => now,
): (object: K, ...others: Others) => T {
  const table: Table<K, { readonly others: Others; readonly value: T }> = new WeakTable();
  return (object, ...others) => {
    const before = table.get(object);
    if (before !== undefined && others.every((other, i) => other === before.others[i])) return before.value;
    const now = compute(object, ...others);
    const value = before === undefined ? now : keep(before.value, now);
    table.set(object, { others, value });
    return value;
  };
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
