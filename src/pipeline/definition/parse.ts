/**
 * Reads JSON text into values, losing nothing: order of keys, text of numbers, `null` beside absent.
 *
 * A definition is untrusted input, so the reader is strict (RFC 8259) and bounded, and a refusal says where:
 * line:column, counted from 1 in UTF-16 units, and a JSON pointer (RFC 6901).
 * `JSON.parse` cannot serve: it keeps the last of two equal keys, reorders `"10"` and `"2"`, and turns `2.0` into `2`.
 */
import { KeysSeen } from "./keysSeen";
import { append } from "./shortList";
import {
  get,
  isIndexLike,
  isList,
  isObject,
  LosslessNumber,
  mostPlainKeys,
  type ObjectValue,
  OrderedObject,
  type Value,
} from "./value";

export const limits = { bytes: 4 * 1024 * 1024, depth: 64, keys: 200_000 } as const;

export type RefusalCode =
  | "not-json"
  | "not-a-definition"
  | "too-large"
  | "too-deep"
  | "too-many-keys"
  | "duplicate-key"
  | "forbidden-key"
  | "not-utf8";

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer of the value in which reading stopped; "" is the whole text. */
  readonly pointer: string;
}

interface Parsed<Kind> {
  readonly ok: true;
  readonly value: Kind;
}
interface NotParsed {
  readonly ok: false;
  readonly refusal: Refusal;
}
export type ParseResult = Parsed<Value> | NotParsed;
export type DefinitionResult = Parsed<ObjectValue> | NotParsed;

class Refused extends Error {
  readonly code: RefusalCode;
  readonly offset: number;
  constructor(code: RefusalCode, message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class Reader {
  at = 0;
  keyCount = 0;
  depth = 0;
  /** The path to where reading is, for the pointer of a refusal; null while nobody asks: keeping it costs a tenth of the time. */
  readonly path: (string | number)[] | null;
  readonly source: string;
  private readonly seenKeys = new KeysSeen();
  constructor(source: string, path: (string | number)[] | null) {
    this.source = source;
    this.path = path;
  }

  document(): Value {
    if (this.source.charCodeAt(0) === 0xfeff) this.at = 1;
    const value = this.value();
    this.space();
    if (this.at < this.source.length) this.fail(`Unexpected ${this.seen()} after the end of the document.`);
    return value;
  }

  fail(message: string, code: RefusalCode = "not-json", offset = this.at): never {
    throw new Refused(code, message, offset);
  }

  /** What stands here, in words; never raw control characters. */
  seen(): string {
    const point = this.source.codePointAt(this.at);
    if (point === undefined) return "end of the text";
    if (point < 32 || point === 127) return `control character U+${point.toString(16).padStart(4, "0").toUpperCase()}`;
    return `"${String.fromCodePoint(point)}"`;
  }

  space(): void {
    let code = this.source.charCodeAt(this.at);
    while (code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9)) {
      code = this.source.charCodeAt(++this.at);
    }
  }

  value(): Value {
    this.space();
    const code = this.source.charCodeAt(this.at);
    if (code === 34) return this.string();
    if (code === 123) return this.object();
    if (code === 91) return this.list();
    if (code === 45 || (code >= 48 && code <= 57)) return this.number();
    if (this.word("true")) return true;
    if (this.word("false")) return false;
    if (this.word("null")) return null;
    if (this.at >= this.source.length) return this.fail("The text ends before the document does.");
    return this.fail(this.commaTooMany() ?? `Unexpected ${this.seen()}.`);
  }

  /** What is said of the comma that people leave behind a last entry; null where it is something else that does not fit. */
  commaTooMany(): string | null {
    const isEnd = this.source[this.at] === "}" || this.source[this.at] === "]";
    let before = this.at - 1;
    while (before >= 0 && this.source.charCodeAt(before) <= 32) before--;
    if (!isEnd || this.source[before] !== ",") return null;
    return `Nothing follows the comma before this ${this.seen()}: take the comma away.`;
  }

  word(word: string): boolean {
    if (!this.source.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  number(): Value {
    const { source, at: start } = this;
    const first = source.charCodeAt(start) === 45 ? start + 1 : start;
    // A zero stands alone.
    let end = source.charCodeAt(first) === 48 ? first + 1 : this.digits(first);
    if (end === first) return this.fail("A number needs a digit here.");
    if (source.charCodeAt(end) === 46) end = this.digits(end + 1, end);
    if ((source.charCodeAt(end) | 32) === 101) {
      const sign = source.charCodeAt(end + 1);
      end = this.digits(sign === 43 || sign === 45 ? end + 2 : end + 1, end);
    }
    const after = source.charCodeAt(end);
    if ((after >= 48 && after <= 57) || after === 46 || after === 101 || after === 69) {
      return this.fail("This is not a number that JSON knows.");
    }
    this.at = end;
    const found = source.slice(start, end);
    const parsed = Number(found);
    return String(parsed) === found ? parsed : new LosslessNumber(found);
  }

  /** Where the digits end that begin at a place; `otherwise`, where there is none. */
  digits(start: number, otherwise = start): number {
    let at = start;
    for (let code = this.source.charCodeAt(at); code >= 48 && code <= 57; code = this.source.charCodeAt(++at));
    return at === start ? otherwise : at;
  }

  string(): string {
    const { source } = this;
    const start = this.at + 1;
    let at = start;
    let code = source.charCodeAt(at);
    while (code !== 34 && code !== 92 && code >= 32) code = source.charCodeAt(++at);
    this.at = at;
    if (code === 92) return this.escapedString(start);
    if (code !== 34) this.badStringCharacter();
    this.at++;
    return source.slice(start, at);
  }

  badStringCharacter(): never {
    return this.fail(
      this.at >= this.source.length
        ? "A text is not closed."
        : `A ${this.seen()} in a text must be written as an escape.`,
    );
  }

  escapedString(start: number): string {
    let made = this.source.slice(start, this.at);
    for (;;) {
      const code = this.source.charCodeAt(this.at);
      if (code === 34) {
        this.at++;
        return made;
      }
      if (code === 92) {
        made += this.escape();
      } else {
        if (!(code >= 32)) this.badStringCharacter();
        const from = this.at;
        let next = code;
        while (next !== 34 && next !== 92 && next >= 32) next = this.source.charCodeAt(++this.at);
        made += this.source.slice(from, this.at);
      }
    }
  }

  escape(): string {
    const letter = this.source[this.at + 1] ?? "";
    if (letter === "u") {
      const digits = this.source.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail("\\u needs four hexadecimal digits.");
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meant = simpleEscapes[letter];
    if (meant === undefined) return this.fail("JSON does not know this escape.");
    this.at += 2;
    return meant;
  }

  enter(): void {
    if (this.depth >= limits.depth) this.fail(`Deeper than ${limits.depth} levels.`, "too-deep");
    this.depth++;
    this.at++;
  }

  leave(): void {
    this.depth--;
    this.at++;
  }

  list(): Value {
    this.enter();
    this.space();
    if (this.source.charCodeAt(this.at) === 93) {
      this.leave();
      return [];
    }
    let made: Value[] | null = null;
    for (;;) {
      this.path?.push(made === null ? 0 : made.length);
      made = append(made, this.value());
      this.path?.pop();
      this.space();
      const code = this.source.charCodeAt(this.at);
      if (code === 93) break;
      if (code !== 44) this.fail(`A list needs "," or "]" here, not ${this.seen()}.`);
      this.at++;
    }
    this.leave();
    return made;
  }

  object(): Value {
    this.enter();
    const made: Record<string, Value> = {};
    let ordered: Map<string, Value> | null = null;
    this.space();
    if (this.source.charCodeAt(this.at) === 125) {
      this.leave();
      return made;
    }
    let seen: KeysSeen | null = this.seenKeys;
    for (let count = 0; ; count++) {
      this.space();
      const keyAt = this.at;
      const again: KeysSeen | null = seen === null ? null : seen.expected(this.source, keyAt);
      const key: string = again === null ? this.key() : again.key;
      if (again !== null) this.at += key.length + 2;
      this.afterKey(keyAt);
      if (again === null) {
        if (ordered === null && (count >= mostPlainKeys || isIndexLike(key))) ordered = new Map(Object.entries(made));
        if (ordered === null ? Object.hasOwn(made, key) : ordered.has(key)) {
          this.fail(`The key "${key}" stands twice in one object.`, "duplicate-key", keyAt);
        }
      }
      seen = again ?? (ordered === null && seen !== null ? seen.add(key) : null);
      this.path?.push(key);
      const value = this.value();
      this.path?.pop();
      if (ordered === null) made[key] = value;
      else ordered.set(key, value);
      this.space();
      const code = this.source.charCodeAt(this.at);
      if (code === 125) break;
      if (code !== 44) this.fail(`An object needs "," or "}" here, not ${this.seen()}.`);
      this.at++;
    }
    this.leave();
    return ordered === null ? made : new OrderedObject([...ordered]);
  }

  key(): string {
    const start = this.at;
    if (this.source.charCodeAt(start) !== 34) {
      this.fail(this.commaTooMany() ?? `A key must be a text in double quotes, not ${this.seen()}.`);
    }
    const key = this.string();
    if (key === "__proto__") this.fail('The key "__proto__" is not taken.', "forbidden-key", start);
    return key;
  }

  afterKey(keyAt: number): void {
    if (++this.keyCount > limits.keys) this.fail(`More than ${limits.keys} keys.`, "too-many-keys", keyAt);
    this.space();
    if (this.source.charCodeAt(this.at) !== 58) this.fail(`A ":" must follow the key, not ${this.seen()}.`);
    this.at++;
  }
}

/** Line and column, from 1, of an offset in a text; lines end with LF, CRLF or CR. */
export function positionOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function pointerOf(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Reads any JSON text. Never throws: what cannot be taken comes back as a refusal with its place. */
export function parseValue(source: string): ParseResult {
  const result = read(source, null);
  // Read once more, this time with the path: only then is the pointer known.
  return result.ok ? result : read(source, []);
}

function read(source: string, path: (string | number)[] | null): ParseResult {
  const reader = new Reader(source, path);
  try {
    if (source.length > limits.bytes) reader.fail("The text is larger than 4 MiB.", "too-large");
    return { ok: true, value: reader.document() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const position = positionOf(source, error.offset);
    return {
      ok: false,
      refusal: { code: error.code, message: error.message, ...position, pointer: pointerOf(path ?? []) },
    };
  }
}

/**
 * Reads the text of a pipeline definition: an object whose `Steps` is a list (the one thing that the official schema requires too).
 * All else that is odd in it is no refusal but a problem, shown in place.
 */
export function parseDefinition(source: string): DefinitionResult {
  const result = parseValue(source);
  if (!result.ok) return result;
  const { value } = result;
  if (!isObject(value)) return noDefinition("A pipeline definition is a JSON object with a list of Steps.");
  const steps = get(value, "Steps");
  if (steps === undefined) return noDefinition("A pipeline definition has a list of Steps; this object has none.");
  return isList(steps) ? { ok: true, value } : noDefinition("Steps must be a list.");
}

function noDefinition(message: string): DefinitionResult {
  return { ok: false, refusal: { code: "not-a-definition", message, line: 1, column: 1, pointer: "" } };
}
