import { NodeType, type SyntaxNode, Tree } from "@lezer/common";

/** How a language's parser is used here. */
export interface Grammar {
  /** The tree, or the place of the first fault. */
  readonly strictly: (text: string) => Tree | number;
  /** Reads around faults, which takes long: some 50 µs for each character. */
  readonly leniently: (text: string) => Tree;
}

export interface ReadAround {
  /** The top nodes of the parts, in the code's order and with its places. */
  readonly tops: readonly SyntaxNode[];
  /** The first fault; null where none is left in the parts: the parser loses its way in long rows of what it reads alone. */
  readonly faultAt: number | null;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads code that is too long to be read around its faults as a whole: only the statements at fault are, at most `characters` of them;
 * what stands before and behind is read as it is. Null where more of it is at fault.
 */
export function readAroundFaults(text: string, grammar: Grammar, characters: number): ReadAround | null {
  const starts = [...text.matchAll(/^(?!(?:else|elif|except|finally|case|catch)\b)[\w$@"'([]/gm)].map(
    ({ index }) => index,
  );
  const tops: SyntaxNode[] = [];
  const toRead: Part[] = [{ from: 0, to: text.length }];
  let faultAt: number | null = null;
  let left = characters;
  for (let parses = 0; parses < mostParses; parses++) {
    const part = toRead.shift();
    if (part === undefined) return { tops, faultAt };
    const alone = text.slice(part.from, part.to);
    const strict = grammar.strictly(alone);
    if (typeof strict !== "number") {
      tops.push(topAt(strict, part));
      continue;
    }
    // What stays open is missed at the end.
    const at = Math.min(part.from + strict, part.to - 1);
    const smaller = around(at, part, starts);
    if (smaller.length > 1) {
      toRead.unshift(...smaller);
      continue;
    }
    faultAt ??= at;
    left -= part.to - part.from;
    if (left < 0) return null;
    tops.push(topAt(grammar.leniently(alone), part));
  }
  return null;
}

const mostParses = 1000;

/** What stands before the statement of a place, it, and what stands behind it. */
function around(at: number, { from, to }: Part, starts: readonly number[]): readonly Part[] {
  const first = starts.findLast((start) => start > from && start <= at) ?? from;
  const next = starts.find((start) => start > at && start < to) ?? to;
  const parts = [
    { from, to: first },
    { from: first, to: next },
    { from: next, to },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** The top node of a part's tree, with its places in the whole text. */
function topAt(tree: Tree, { from, to }: Part): SyntaxNode {
  const { topNode } = new Tree(NodeType.none, [tree], [from], to);
  return topNode.firstChild ?? topNode;
}
