import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { lookup } from "../../pipeline/definition/byName";
import { MappedParts, type MappedText } from "../source/mappedText";
import { quoted } from "../source/quoted";
import type { SourceEntry, SourceNode } from "../source/sourceNode";
import { deepest } from "./json";
import { isJsonNumber } from "./jsonNumber";
import { childrenOf } from "./lezerTree";

/** Python quotes in single quotes: what has a fault as JSON is not taken for Python. */
const begins = /^[{[(\s]*[bru]?'/;

/**
 * What Python printed in a text: dictionaries, lists, texts, numbers, as `print` and `pprint` write them. A call among them, such as
 * `datetime.datetime(2026, 10, 1)`, is kept as code. Nothing is run.
 */
export class PythonPrints {
  /** A value may go on to the text's end: only so much is tried. */
  private budget: number;
  constructor(private readonly text: string) {
    this.budget = 2 * text.length + 64 * 1024;
  }

  /** The value that begins at an offset; null where none does. */
  read(start: number): SourceNode | null {
    if (!begins.test(this.text.slice(start, start + 200))) return null;
    const code = this.text.slice(start, this.endOf(start));
    this.budget -= code.length;
    if (this.budget < 0) return null;
    const statement = parser.parse(code).topNode.firstChild;
    const expression = statement?.name === "ExpressionStatement" ? statement.firstChild : null;
    return expression == null ? null : new PythonReader(code, start).value(expression, 0);
  }

  /** The line's end where its brackets match, as in most lines of a log; else the text's. */
  private endOf(start: number): number {
    const found = this.text.indexOf("\n", start);
    const end = found < 0 ? this.text.length : found;
    const line = this.text.slice(start, end);
    const opened = line.replace(/[^[{(]+/g, "").length;
    return opened > 0 && opened === line.replace(/[^\]})]+/g, "").length ? end : this.text.length;
  }
}

const words: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
  true: "true",
  false: "false",
  null: "null",
};

class PythonReader {
  constructor(
    private readonly code: string,
    private readonly start: number,
  ) {}

  value(node: SyntaxNode, depth: number): SourceNode | null {
    if (depth > deepest) return null;
    const code = this.code.slice(node.from, node.to);
    const range = { from: this.start + node.from, to: this.start + node.to };
    const inner = childrenOf(node);
    switch (node.name) {
      case "DictionaryExpression":
        return this.dictionary(inner, depth, range);
      case "ArrayExpression":
      case "TupleExpression": {
        const items = inner.filter(isPart).map((item) => this.value(item, depth + 1));
        return items.every((item) => item !== null) ? { kind: "list", items, ...range } : null;
      }
      case "ParenthesizedExpression": {
        const only = inner.find(isPart);
        return only === undefined ? null : this.value(only, depth + 1);
      }
      case "String":
      case "ContinuedString": {
        const mapped = this.string(node.name === "String" ? [node] : inner);
        return { kind: "text", mapped, ...range };
      }
      case "⚠":
        return null;
      default: {
        const json = lookup(words, code) ?? (isJsonNumber(code) ? code : null);
        return json === null ? { kind: "expression", code, ...range } : { kind: "literal", json, ...range };
      }
    }
  }

  private dictionary(inner: readonly SyntaxNode[], depth: number, range: { from: number; to: number }) {
    const parts = inner.filter(isPart);
    const entries: SourceEntry[] = [];
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const [key, value] = [parts[i], parts[i + 1]];
      const name = key === undefined ? null : this.value(key, depth + 1);
      const read = value === undefined ? null : this.value(value, depth + 1);
      if (name === null || read === null) return null;
      const text = name.kind === "text" ? name.mapped.text : name.kind === "literal" ? name.json : null;
      if (text === null) return null;
      entries.push({ key: text, from: name.from, value: read });
    }
    return { kind: "object" as const, entries, ...range };
  }

  /** Texts that follow one another are one. */
  private string(pieces: readonly SyntaxNode[]): MappedText {
    const parts = new MappedParts();
    for (const piece of pieces) parts.add(this.piece(piece));
    return parts.done();
  }

  private piece({ from, to }: SyntaxNode): MappedText {
    const code = this.code.slice(from, to);
    const [begin = "", prefix = "", quote = ""] = /^([a-zA-Z]*)("""|'''|"|')/.exec(code) ?? [];
    const inside = code.slice(begin.length, code.endsWith(quote) ? -quote.length || undefined : undefined);
    const at = from + begin.length;
    const isRaw = /r/i.test(prefix);
    const within = quoted(isRaw ? inside : unescaped(inside), this.code, at, at + inside.length, !isRaw);
    return { text: within.text, offsetOf: (offset) => this.start + within.offsetOf(offset) };
  }
}

/** What is no bracket, comma or colon. */
function isPart({ name }: SyntaxNode): boolean {
  return !/^[[\]{}(),:]$|^Comment$/.test(name);
}

const simple: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", a: "\x07" };

/** What a text with Python's escapes means. */
function unescaped(code: string): string {
  return code.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r\n|[\s\S]))/g,
    (whole, two: string | undefined, four: string | undefined, eight: string | undefined, one: string = "") => {
      const digits = two ?? four ?? eight;
      if (digits !== undefined) {
        const point = Number.parseInt(digits, 16);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      }
      if (one === "\n" || one === "\r\n") return "";
      return lookup(simple, one) ?? (/[\\'"]/.test(one) ? one : whole);
    },
  );
}
