import type { SyntaxNode } from "@lezer/common";
import {
  type ClassCode,
  type Expression,
  type FunctionCode,
  named,
  type Statement,
  type Target,
  textOf,
  unknown,
} from "../code/code";
import { childNamed, childrenOf } from "../code/parseCode";
import { betweenCommas, type Source } from "../code/source";
import { keyOf, type Reader, readNode } from "./expressions";
import { readStatement, readStatements } from "./statements";
import { readParameters, readTarget } from "./targets";

/** Reads the statements of a JavaScript or TypeScript file. */
export function readJavascript(source: Source, top: SyntaxNode): Statement[] {
  return readStatements(readerOf(source), childrenOf(top));
}

function readerOf(source: Source): Reader {
  const reader: Reader = {
    source,
    expression: (node) =>
      node === null || node === undefined ? unknown() : source.deeper(() => readNode(reader, node)),
    functionOf: (node, name) => ({ kind: "function", code: readFunction(reader, node, name) }),
    classOf: (node) => ({ kind: "class", code: readClass(reader, node) }),
    assignment: (_node, children) => readAssignment(reader, children),
    statements: (nodes) => readStatements(reader, nodes),
  };
  return reader;
}

function readAssignment(reader: Reader, children: readonly SyntaxNode[]): Expression {
  const [left, equals] = children;
  const operator = equals === undefined ? "=" : reader.source.slice(equals);
  const value = reader.expression(children[2]);
  return { kind: "assignment", target: readTarget(reader, left, "no"), operator, value };
}

function readFunction(reader: Reader, node: SyntaxNode, name: string): FunctionCode {
  const children = childrenOf(node);
  const list = childNamed(children, "ParamList");
  const arrow = children.findIndex((child) => child.name === "Arrow");
  const body = arrow === -1 ? childNamed(children, "Block") : children[arrow + 1];
  return {
    name,
    parameters: readParameters(reader, list),
    body: reader.source.later(() => readBody(reader, body)),
    at: node.from,
  };
}

/** `constructor(private event)` puts what it is given into members of the same names. */
function readMethod(reader: Reader, node: SyntaxNode, name: string): FunctionCode {
  const code = readFunction(reader, node, name);
  const list = childNamed(childrenOf(node), "ParamList");
  const isMember = (part: readonly SyntaxNode[]) =>
    part.some((one) => one.name === "Privacy" || one.name === "readonly");
  const members = betweenCommas(list === undefined ? [] : childrenOf(list), ["(", ")"]).filter(isMember);
  if (members.length === 0) return code;
  const put = members.flatMap((part): Statement[] => {
    const given = childNamed(part, "VariableDefinition");
    if (given === undefined) return [];
    const member = reader.source.slice(given);
    const of = named("this", given.from);
    const target: Target = { kind: "member", of, key: textOf(member), isDot: true, at: given.from };
    return [{ kind: "assign", targets: [target], operator: "=", value: named(member, given.from) }];
  });
  return { ...code, body: () => [...put, ...code.body()] };
}

function readBody(reader: Reader, body: SyntaxNode | undefined): Statement[] {
  if (body === undefined) return [];
  if (body.name === "Block") return readStatement(reader, body);
  return [{ kind: "return", value: reader.expression(body), at: body.from }];
}

function readClass(reader: Reader, node: SyntaxNode): ClassCode {
  const children = childrenOf(node);
  const name = childNamed(children, "VariableDefinition");
  const body = childNamed(children, "ClassBody");
  const extending = children.findIndex((child) => child.name === "extends");
  const methods = new Map<string, FunctionCode>();
  const fields: ClassCode["fields"][number][] = [];
  for (const member of body === undefined ? [] : childrenOf(body)) {
    const parts = childrenOf(member);
    const key = keyOf(reader, parts);
    if (key.kind !== "text" || key.value === null) continue;
    if (member.name === "MethodDeclaration") methods.set(key.value, readMethod(reader, member, key.value));
    if (member.name !== "PropertyDeclaration") continue;
    const equals = parts.findIndex((part) => part.name === "Equals");
    const fallback = equals === -1 ? null : reader.expression(parts[equals + 1]);
    fields.push({ name: key.value, fallback, at: member.from });
  }
  return {
    name: name === undefined ? "" : reader.source.slice(name),
    bases: extending === -1 ? [] : [reader.expression(children[extending + 1])],
    fields,
    methods,
    namesItself: false,
  };
}
