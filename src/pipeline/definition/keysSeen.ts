/**
 * The keys that came one after another in the objects of a text: a tree of them, this node the last. Most objects have the keys of an
 * earlier one, and what is expected need not be cut out of the text, looked up by the engine and held against the keys before it.
 */
export class KeysSeen {
  readonly key: string;
  private readonly first: number;
  private next: KeysSeen[] | null = null;

  constructor(key = "") {
    this.key = key;
    this.first = key.charCodeAt(0);
  }

  /** What stands as a key, in quotes, at a place of the text; null where it is none that came here before. */
  expected(source: string, at: number): KeysSeen | null {
    const { next } = this;
    if (next === null || source.charCodeAt(at) !== quote) return null;
    const first = source.charCodeAt(at + 1);
    for (let i = 0; i < next.length; i++) {
      const one = next[i] as KeysSeen;
      const { key } = one;
      if (one.first === first && source.charCodeAt(at + 1 + key.length) === quote && source.startsWith(key, at + 1)) {
        return one;
      }
    }
    return null;
  }

  /** Keeps a key that came now; null where it is not worth it, or stands in the text as something else than it is. */
  add(key: string): KeysSeen | null {
    this.next ??= [];
    if (this.next.length >= most || escaped.test(key)) return null;
    const one = new KeysSeen(key);
    this.next.push(one);
    return one;
  }
}

const quote = 34;
/** So many are tried: more are no pattern. */
const most = 32;
/** JSON writes these as an escape. */
const escaped = /["\\]/;
