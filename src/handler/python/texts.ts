import type { SyntaxNode } from "@lezer/common";
import { type Expression, textOf, unknown } from "../code/code";
import { childrenOf } from "../code/parseCode";
import { type Source, unquoted } from "../code/source";

interface Quoted {
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

function quotesOf(written: string): Quoted {
  const prefix = /^[a-zA-Z]*/.exec(written)?.[0].toLowerCase() ?? "";
  const rest = written.slice(prefix.length);
  const quotes = rest.startsWith('"""') || rest.startsWith("'''") ? 3 : 1;
  return { prefix, start: prefix.length + quotes, end: Math.max(prefix.length + quotes, written.length - quotes) };
}

/** A quoted text. Bytes are none: a Lambda function cannot return them. */
export function readString(source: Source, node: SyntaxNode): Expression {
  const written = source.slice(node);
  const { prefix, start, end } = quotesOf(written);
  if (prefix.includes("b")) return unknown();
  const inside = written.slice(start, end);
  return textOf(prefix.includes("r") ? inside : unquoted(inside));
}

/** `f"s3://{bucket}/{prefix}"`: the texts between, and what is filled in. */
export function readFormat(source: Source, node: SyntaxNode, read: (node: SyntaxNode) => Expression): Expression {
  const written = source.slice(node);
  const { prefix, start, end } = quotesOf(written);
  const parts: Expression[] = [];
  let from = node.from + start;
  const between = (to: number) => {
    const inside = source.text.slice(from, to).replaceAll("{{", "{").replaceAll("}}", "}");
    if (inside !== "") parts.push(textOf(prefix.includes("r") ? inside : unquoted(inside)));
  };
  for (const replacement of childrenOf(node).filter(({ name }) => name === "FormatReplacement")) {
    between(replacement.from);
    from = replacement.to;
    const inner = childrenOf(replacement).filter(({ name }) => name !== "{" && name !== "}");
    const isPlain = inner.length === 1;
    const filled = inner.filter(({ name }) => !name.startsWith("Format")).map(read);
    parts.push(isPlain ? (filled[0] ?? unknown()) : { kind: "text", value: null, parts: filled });
  }
  between(node.from + end);
  return { kind: "text", value: null, parts };
}
