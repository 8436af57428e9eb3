import type { SyntaxNode } from "@lezer/common";
import type { Declares, Expression, Parameter, Target, TargetItem, TargetMember } from "../code/code";
import { childrenOf } from "../code/parseCode";
import { betweenCommas } from "../code/source";
import { keyOf, type Reader } from "./expressions";

/** Reads what a value is put into: a name, a member, `{a, b: [c], ...rest}`. */
export function readTarget(reader: Reader, node: SyntaxNode | undefined, declares: Declares): Target {
  const name = node?.name;
  if (node === undefined) return { kind: "nothing" };
  if (name === "VariableDefinition" || name === "VariableName") {
    return { kind: "name", name: reader.source.slice(node), declares };
  }
  if (name === "MemberExpression") {
    const member = reader.expression(node);
    return member.kind === "member" ? member : { kind: "nothing" };
  }
  if (name === "PostfixExpression" || name === "ParenthesizedExpression") {
    return readTarget(
      reader,
      childrenOf(node).find(({ name: one }) => one !== "("),
      declares,
    );
  }
  if (name === "ArrayPattern") return { kind: "list", items: readItems(reader, node, declares) };
  if (name === "ObjectPattern") return readObject(reader, node, declares);
  return { kind: "nothing" };
}

function fallbackIn(reader: Reader, part: readonly SyntaxNode[]): Expression | null {
  const equals = part.findIndex(({ name }) => name === "Equals");
  return equals === -1 ? null : reader.expression(part[equals + 1]);
}

function readItems(reader: Reader, node: SyntaxNode, declares: Declares): TargetItem[] {
  return betweenCommas(childrenOf(node), ["[", "]"]).map((part) => {
    const isRest = part[0]?.name === "Spread";
    const target = readTarget(reader, part[isRest ? 1 : 0], declares);
    return { target, isRest, fallback: fallbackIn(reader, part) };
  });
}

function readObject(reader: Reader, node: SyntaxNode, declares: Declares): Target {
  const items: TargetMember[] = [];
  let rest: Target | null = null;
  for (const property of childrenOf(node).filter(({ name }) => name === "PatternProperty")) {
    const parts = childrenOf(property);
    if (parts[0]?.name === "Spread") {
      rest = readTarget(reader, parts[1], declares);
      continue;
    }
    const colon = parts.findIndex(({ name }) => name === ":");
    const target = readTarget(reader, parts[colon === -1 ? 0 : colon + 1], declares);
    items.push({ key: keyOf(reader, parts), target, fallback: fallbackIn(reader, parts), at: property.from });
  }
  return { kind: "object", items, rest };
}

const targets = new Set(["VariableDefinition", "ObjectPattern", "ArrayPattern"]);

/** Reads `(event, {a} = {}, ...rest)`. */
export function readParameters(reader: Reader, list: SyntaxNode | undefined): Parameter[] {
  if (list === undefined) return [];
  return betweenCommas(childrenOf(list), ["(", ")"]).flatMap((part): Parameter[] => {
    const node = part.find(({ name }) => targets.has(name));
    if (node === undefined) return [];
    return [
      {
        name: node.name === "VariableDefinition" ? reader.source.slice(node) : "",
        target: readTarget(reader, node, "block"),
        fallback: fallbackIn(reader, part),
        rest: part[0]?.name === "Spread" ? "list" : null,
        at: node.from,
      },
    ];
  });
}
