import type { SyntaxNode } from "@lezer/common";
import type { Expression, Target } from "../code/code";
import { childrenOf } from "../code/parseCode";
import { betweenCommas, type Source } from "../code/source";

export type ReadExpression = (source: Source, node: SyntaxNode | null | undefined) => Expression;

/** Reads what stands left of an assignment: a name, `d["k"]`, `(a, *b)`. */
export function readTarget(source: Source, node: SyntaxNode | undefined, read: ReadExpression): Target {
  if (node === undefined) return { kind: "nothing" };
  if (node.name === "VariableName") return { kind: "name", name: source.slice(node), declares: "function" };
  if (node.name === "MemberExpression") {
    const member = read(source, node);
    return member.kind === "member" ? member : { kind: "nothing" };
  }
  const children = childrenOf(node);
  if (node.name === "ParenthesizedExpression") return readTarget(source, children[1], read);
  if (node.name !== "TupleExpression" && node.name !== "ArrayExpression") return { kind: "nothing" };
  const parts = betweenCommas(children, ["(", ")", "[", "]"]).filter((part) => part.length > 0);
  return {
    kind: "list",
    items: parts.map((part) => ({
      target: readTarget(source, part.at(-1), read),
      isRest: part[0]?.name === "*",
      fallback: null,
    })),
  };
}
