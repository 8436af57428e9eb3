import type { SyntaxNode } from "@lezer/common";
import { lookup } from "../../pipeline/definition/byName";
import { type Expression, unknown } from "./code";

const deepest = 150;

/** The text being read. Expressions nested deeper than anybody writes them are not looked into. */
export class Source {
  private depth = 0;

  constructor(readonly text: string) {}

  slice(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  deeper(read: () => Expression): Expression {
    if (this.depth >= deepest) return unknown();
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }

  /** Reads a body later, when its function is called, and once. */
  later<Read>(read: () => Read): () => Read {
    let done: { readonly value: Read } | null = null;
    return () => {
      if (done === null) {
        const depth = this.depth;
        this.depth = 0;
        done = { value: read() };
        this.depth = depth;
      }
      return done.value;
    };
  }
}

/** What stands between the commas of a list of nodes; nodes of `edges` are left out. */
export function betweenCommas(children: readonly SyntaxNode[], edges: readonly string[]): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (edges.includes(child.name)) continue;
    if (child.name === ",") parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** The text that a quoted literal stands for. */
export function unquoted(quoted: string): string {
  return quoted.replace(
    /\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r?\n|[\s\S])/g,
    (_all, code: string) => {
      if (/^[ux]./.test(code))
        return String.fromCodePoint(Math.min(Number.parseInt(code.replace(/[^0-9a-fA-F]/g, ""), 16), 0x10ffff));
      if (code.endsWith("\n")) return "";
      return lookup(escapes, code) ?? code;
    },
  );
}
