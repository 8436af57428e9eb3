import { quoted } from "../source/quoted";
import type { SourceEntry, SourceNode } from "../source/sourceNode";

/** No file that is read here goes deeper; text from elsewhere must not exhaust the reader. */
export const deepest = 200;

/** The value that begins at an offset of a JSON text, and where it ends; null where none does. What follows it does not matter. */
export function readJson(text: string, start: number): { readonly node: SourceNode; readonly end: number } | null {
  const reader = new JsonReader(text, start);
  const node = reader.value(0);
  return node === null ? null : { node, end: reader.at };
}

const numberHere = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const words = ["true", "false", "null"];

class JsonReader {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  value(depth: number): SourceNode | null {
    this.space();
    const from = this.at;
    const first = this.text[from];
    if (depth > deepest) return null;
    if (first === "{") return this.object(depth, from);
    if (first === "[") return this.list(depth, from);
    if (first === '"') return this.string();
    const json = words.find((word) => this.text.startsWith(word, from)) ?? this.number();
    if (json === null) return null;
    this.at = from + json.length;
    return { kind: "literal", json, from, to: this.at };
  }

  private space(): void {
    while (" \n\r\t".includes(this.text[this.at] ?? "x")) this.at++;
  }

  private takes(character: string): boolean {
    this.space();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private number(): string | null {
    numberHere.lastIndex = this.at;
    return numberHere.exec(this.text)?.[0] ?? null;
  }

  private string() {
    const from = this.at;
    let end = from + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === "\\" ? 2 : 1;
    this.at = Math.min(end + 1, this.text.length);
    try {
      const value: unknown = JSON.parse(this.text.slice(from, this.at));
      if (typeof value !== "string") return null;
      return { kind: "text" as const, mapped: quoted(value, this.text, from + 1, end, true), from, to: this.at };
    } catch {
      return null;
    }
  }

  private list(depth: number, from: number): SourceNode | null {
    const items: SourceNode[] = [];
    this.at++;
    if (this.takes("]")) return { kind: "list", items, from, to: this.at };
    for (;;) {
      const item = this.value(depth + 1);
      if (item === null) return null;
      items.push(item);
      if (this.takes("]")) return { kind: "list", items, from, to: this.at };
      if (!this.takes(",")) return null;
    }
  }

  private object(depth: number, from: number): SourceNode | null {
    const entries: SourceEntry[] = [];
    this.at++;
    if (this.takes("}")) return { kind: "object", entries, from, to: this.at };
    for (;;) {
      this.space();
      const key = this.text[this.at] === '"' ? this.string() : null;
      if (key === null || !this.takes(":")) return null;
      const value = this.value(depth + 1);
      if (value === null) return null;
      entries.push({ key: key.mapped.text, from: key.from, value });
      if (this.takes("}")) return { kind: "object", entries, from, to: this.at };
      if (!this.takes(",")) return null;
    }
  }
}
