import type { SyntaxNode } from "@lezer/common";
import { type Expression, textOf } from "../code/code";
import { childrenOf } from "../code/parseCode";
import { type Source, unquoted } from "../code/source";

export function readString(source: Source, node: SyntaxNode): Expression {
  return textOf(unquoted(source.slice(node).slice(1, -1)));
}

/** `s3://${bucket}/${prefix}`: the texts between, and what is filled in. */
export function readTemplate(
  source: Source,
  node: SyntaxNode,
  read: (node: SyntaxNode | undefined) => Expression,
): Expression {
  const parts: Expression[] = [];
  let from = node.from + 1;
  const between = (to: number) => {
    if (to > from) parts.push(textOf(unquoted(source.text.slice(from, to))));
  };
  for (const filled of childrenOf(node).filter(({ name }) => name === "Interpolation")) {
    between(filled.from);
    from = filled.to;
    parts.push(read(childrenOf(filled).find(({ name }) => !name.startsWith("Interpolation"))));
  }
  between(node.to - 1);
  return { kind: "text", value: null, parts };
}
