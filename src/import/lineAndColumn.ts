import { positionOf } from "../pipeline/definition/parse";
import type { Path } from "../pipeline/definition/path";
import type { FoundDefinition } from "./found";
import type { SourceNode } from "./source/sourceNode";
import { readJson } from "./syntax/json";

export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Tells at which line and column, from 1, of the file that it was found in the values of a definition stand. A path that leads further than
 * the definition goes ends at the last value on it.
 */
export function lineAndColumnIn({ json, source }: FoundDefinition): (path: Path) => LineAndColumn {
  const root = readJson(json.text, 0)?.node;
  return (path) => {
    const at = root === undefined ? 0 : nodeAt(root, path).from;
    return positionOf(source, json.offsetOf(at));
  };
}

function nodeAt(root: SourceNode, path: Path): SourceNode {
  let node = root;
  for (const segment of path) {
    const inner =
      node.kind === "list"
        ? node.items[Number(segment)]
        : node.kind === "object"
          ? node.entries.find(({ key }) => key === segment)?.value
          : undefined;
    if (inner === undefined) return node;
    node = inner;
  }
  return node;
}
