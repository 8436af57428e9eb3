import type { SyntaxNode } from "@lezer/common";
import type { Parameter } from "../code/code";
import { childrenOf } from "../code/parseCode";
import { betweenCommas, type Source } from "../code/source";
import type { ReadExpression } from "./targets";

/** Reads `(event, context=None, *rest, **more)`. */
export function readParameters(source: Source, list: SyntaxNode | undefined, read: ReadExpression): Parameter[] {
  if (list === undefined) return [];
  return betweenCommas(childrenOf(list), ["(", ")"]).flatMap((part): Parameter[] => {
    const node = part.find(({ name }) => name === "VariableName");
    if (node === undefined) return [];
    const equals = part.findIndex(({ name }) => name === "AssignOp");
    const stars = part[0]?.name;
    const name = source.slice(node);
    return [
      {
        name,
        target: { kind: "name", name, declares: "function" },
        fallback: equals === -1 ? null : read(source, part[equals + 1]),
        rest: stars === "*" ? "list" : stars === "**" ? "dict" : null,
        at: node.from,
      },
    ];
  });
}
