import type { SyntaxNode, Tree } from "@lezer/common";
import type { LRParser } from "@lezer/lr";

/** What of a file is read: a handler somebody wrote, not a bundle of everything it needs. */
export const limits = {
  characters: 256 * 1024,
  /** Up to here code with a fault in it is read around the fault; beyond, the search for what was meant takes too long. */
  faultyCharacters: 32 * 1024,
  brackets: 200,
} as const;

export type ParsedCode =
  | { readonly ok: true; readonly tree: Tree; readonly faultAt: number | null }
  | { readonly ok: false; readonly code: "too-large" | "too-deep" | "malformed"; readonly at: number };

/**
 * Reads code into a syntax tree, by the first of the parsers that finds no fault in it. A fault costs what stands around it, where
 * the code is short enough to find out.
 */
export function parseCode(text: string, parser: LRParser, ...others: readonly LRParser[]): ParsedCode {
  if (text.length > limits.characters) return { ok: false, code: "too-large", at: 0 };
  const deep = tooDeepAt(text);
  if (deep !== null) return { ok: false, code: "too-deep", at: deep };
  const strict = parseStrictly(text, parser);
  if (typeof strict !== "number") return { ok: true, tree: strict, faultAt: null };
  for (const other of others) {
    const tree = parseStrictly(text, other);
    if (typeof tree !== "number") return { ok: true, tree, faultAt: null };
  }
  if (text.length > limits.faultyCharacters) return { ok: false, code: "malformed", at: strict };
  try {
    return { ok: true, tree: parser.parse(text), faultAt: strict };
  } catch {
    return { ok: false, code: "malformed", at: strict };
  }
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
