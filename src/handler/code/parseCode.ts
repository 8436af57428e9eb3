import type { SyntaxNode, Tree } from "@lezer/common";
import type { LRParser } from "@lezer/lr";
import { readAroundFaults } from "./aroundFaults";

/** What of a file is read: a handler somebody wrote, not a bundle of everything it needs. */
export const limits = {
  characters: 256 * 1024,
  /** So much code is read around faults in it; the search for what was meant takes long. Of longer code only the statements at fault are. */
  faultyCharacters: 32 * 1024,
  brackets: 200,
} as const;

export type ParsedCode =
  | { readonly ok: true; readonly tops: readonly SyntaxNode[]; readonly faultAt: number | null }
  | { readonly ok: false; readonly code: "too-large" | "too-deep" | "malformed"; readonly at: number };

/**
 * Reads code into a syntax tree, by the first of the parsers that finds no fault in it. A fault costs what stands around it; of long
 * code there are several top nodes, in its order.
 */
export function parseCode(text: string, parser: LRParser, ...others: readonly LRParser[]): ParsedCode {
  if (text.length > limits.characters) return { ok: false, code: "too-large", at: 0 };
  const deep = tooDeepAt(text);
  if (deep !== null) return { ok: false, code: "too-deep", at: deep };
  const strictly = (code: string) => {
    const first = parseStrictly(code, parser);
    if (typeof first !== "number") return first;
    for (const other of others) {
      const tree = parseStrictly(code, other);
      if (typeof tree !== "number") return tree;
    }
    return first;
  };
  const strict = strictly(text);
  if (typeof strict !== "number") return { ok: true, tops: [strict.topNode], faultAt: null };
  const grammar = { strictly, leniently: (code: string) => parser.parse(code) };
  const isShort = text.length <= limits.faultyCharacters;
  try {
    const around = readAroundFaults(text, grammar, isShort ? 0 : limits.faultyCharacters);
    if (around !== null) return { ok: true, ...around };
    if (isShort) return { ok: true, tops: [grammar.leniently(text).topNode], faultAt: strict };
  } catch {
    // Code that the parser itself breaks at.
  }
  return { ok: false, code: "malformed", at: strict };
}

/** The tree, or the place of the first fault. */
function parseStrictly(text: string, parser: LRParser): Tree | number {
  try {
    return parser.configure({ strict: true }).parse(text);
  } catch (thrown) {
    return placeIn(thrown);
  }
}

/** Where brackets lie deeper than anybody writes them; texts with lone brackets count too, which no handler has that many of. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 40 || char === 91 || char === 123) depth += 1;
    else if ((char === 41 || char === 93 || char === 125) && depth > 0) depth -= 1;
    if (depth > limits.brackets) return at;
  }
  return null;
}

/** The strict parser says where it stopped: "No parse at 12". */
function placeIn(thrown: unknown): number {
  const said = thrown instanceof SyntaxError ? /at (\d+)/.exec(thrown.message) : null;
  return said === null ? 0 : Number(said[1]);
}

/** The children of a node, without comments and what stands where the parser found a fault. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.type.isError && !child.name.endsWith("Comment")) children.push(child);
  }
  return children;
}

/** The first of some nodes that has the name. */
export function childNamed(nodes: readonly SyntaxNode[], name: string): SyntaxNode | undefined {
  return nodes.find((node) => node.name === name);
}

/** The line of a place in the text, counted from 1. */
export function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i !== -1 && i < at; i = text.indexOf("\n", i + 1)) line += 1;
  return line;
}
