import type { SyntaxNode } from "@lezer/common";
import { type Argument, type Entry, type Expression, none, type Statement, textOf, unknown } from "../code/code";
import { childNamed, childrenOf } from "../code/parseCode";
import { betweenCommas, type Source } from "../code/source";
import { readString, readTemplate } from "./texts";

/** What reading an expression needs of the readers of statements: functions and classes hold statements, which hold expressions. */
export interface Reader {
  readonly source: Source;
  expression(node: SyntaxNode | null | undefined): Expression;
  functionOf(node: SyntaxNode, name: string): Expression;
  classOf(node: SyntaxNode): Expression;
  assignment(node: SyntaxNode, children: readonly SyntaxNode[]): Expression;
  statements(nodes: readonly SyntaxNode[]): Statement[];
}

const types = /Type$|^Type|Annotation$/;

/** Reads one expression of JavaScript or TypeScript. */
export function readNode(reader: Reader, node: SyntaxNode): Expression {
  const { source } = reader;
  const children = childrenOf(node);
  const read = (child: SyntaxNode | undefined) => reader.expression(child);
  switch (node.name) {
    case "VariableName":
    case "VariableDefinition": {
      const name = source.slice(node);
      return name === "undefined" ? none : { kind: "name", name, at: node.from };
    }
    case "this":
    case "super":
      return { kind: "name", name: node.name, at: node.from };
    case "String":
      return readString(source, node);
    case "TemplateString":
      return readTemplate(source, node, read);
    case "Number": {
      const written = source.slice(node).replaceAll("_", "");
      const isFloat = !/^0[xob]/i.test(written) && /[.]|e-/i.test(written);
      return { kind: "number", isFloat, value: Number(written.replace(/n$/, "")) };
    }
    case "BooleanLiteral":
      return { kind: "boolean" };
    case "null":
      return none;
    case "ParenthesizedExpression":
      return read(children[1]);
    case "SequenceExpression": {
      const parts = children.filter(({ name }) => name !== ",").map(read);
      return { kind: "operation", operator: ",", operands: parts };
    }
    case "AwaitExpression":
      return read(children[1]);
    case "PostfixExpression": {
      const isNumber = children[1]?.name === "ArithOp";
      return isNumber ? { kind: "operation", operator: "++", operands: [read(children[0])] } : read(children[0]);
    }
    case "PrefixCast":
      return read(children.at(-1));
    case "InstantiationExpression":
      return read(children[0]);
    case "ObjectExpression":
      return { kind: "dict", entries: readProperties(reader, children) };
    case "ArrayExpression":
      return { kind: "list", items: readArguments(reader, children) };
    case "CallExpression":
    case "NewExpression":
      return readCall(reader, node, children);
    case "MemberExpression":
      return readMember(reader, node, children);
    case "ConditionalExpression":
      return { kind: "choice", asked: read(children[0]), of: [read(children[2]), read(children[4])] };
    case "BinaryExpression":
      return readBinary(reader, children);
    case "UnaryExpression":
      return readUnary(reader, children);
    case "AssignmentExpression":
      return reader.assignment(node, children);
    case "ArrowFunction":
    case "FunctionExpression":
    case "FunctionDeclaration": {
      const name = childNamed(children, "VariableDefinition");
      return reader.functionOf(node, name === undefined ? "" : source.slice(name));
    }
    case "ClassExpression":
      return reader.classOf(node);
    default:
      return unknown(...children.filter(({ name }) => /^[A-Z]/.test(name) && !types.test(name)).map(read));
  }
}

function readProperties(reader: Reader, children: readonly SyntaxNode[]): Entry[] {
  return children
    .filter(({ name }) => name === "Property")
    .flatMap((property): Entry[] => {
      const parts = childrenOf(property);
      const [first] = parts;
      if (first === undefined) return [];
      const at = property.from;
      if (first.name === "Spread") return [{ kind: "spread", of: reader.expression(parts[1]), at }];
      const key = keyOf(reader, parts);
      const colon = parts.findIndex(({ name }) => name === ":");
      if (colon !== -1) return [{ kind: "pair", key, value: reader.expression(parts[colon + 1]), at }];
      if (parts.some(({ name }) => name === "Block")) {
        const isGetter = first.name === "get";
        const method = reader.functionOf(property, key.kind === "text" ? (key.value ?? "") : "");
        const got: Expression = { kind: "call", callee: method, args: [], isNew: false, at };
        return [{ kind: "pair", key, value: isGetter ? got : method, at }];
      }
      const name = reader.source.slice(first);
      return [{ kind: "pair", key, value: name === "undefined" ? none : { kind: "name", name, at: first.from }, at }];
    });
}

const names = new Set(["PropertyDefinition", "PropertyName", "PrivatePropertyDefinition", "VariableDefinition"]);

/** The key of a property, a method or a member of a pattern: a name, a text, a number, or computed. */
export function keyOf(reader: Reader, parts: readonly SyntaxNode[]): Expression {
  const bracket = parts.findIndex(({ name }) => name === "[");
  const colon = parts.findIndex(({ name }) => name === ":");
  if (bracket !== -1 && (colon === -1 || bracket < colon)) return reader.expression(parts[bracket + 1]);
  const named = parts.find(({ name }) => names.has(name) || name === "String" || name === "Number");
  if (named === undefined) return unknown();
  return named.name === "String" ? readString(reader.source, named) : textOf(reader.source.slice(named));
}

/** What stands in brackets, separated by commas: of a call or an array. */
export function readArguments(reader: Reader, children: readonly SyntaxNode[]): Argument[] {
  return betweenCommas(children, ["(", ")", "[", "]"]).flatMap((part): Argument[] => {
    const [first, second] = part;
    if (first === undefined) return [];
    if (first.name === "Spread") return [{ name: null, value: reader.expression(second), spread: "list" }];
    return [{ name: null, value: reader.expression(first), spread: null }];
  });
}

function readCall(reader: Reader, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const isNew = node.name === "NewExpression";
  const list = childNamed(children, "ArgList");
  return {
    kind: "call",
    callee: reader.expression(children[isNew ? 1 : 0]),
    args: list === undefined ? [] : readArguments(reader, childrenOf(list)),
    isNew,
    at: node.from,
  };
}

function readMember(reader: Reader, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const of = reader.expression(children[0]);
  const last = children.at(-1);
  if (last?.name === "PropertyName" || last?.name === "PrivatePropertyName") {
    return { kind: "member", of, key: textOf(reader.source.slice(last)), isDot: true, at: last.from };
  }
  const key = children.at(-2);
  return { kind: "member", of, key: reader.expression(key), isDot: false, at: key?.from ?? node.from };
}

function readBinary(reader: Reader, children: readonly SyntaxNode[]): Expression {
  const operator = children[1] === undefined ? "" : reader.source.slice(children[1]);
  const left = reader.expression(children[0]);
  // What TypeScript is told of a value's type changes nothing.
  if (operator === "as" || operator === "satisfies") return left;
  const right = reader.expression(children[2]);
  if (["||", "&&", "??"].includes(operator)) {
    return { kind: "choice", asked: null, of: [left, right], needsFalse: operator === "&&" };
  }
  return { kind: "operation", operator, operands: [left, right] };
}

function readUnary(reader: Reader, children: readonly SyntaxNode[]): Expression {
  const operator = children[0] === undefined ? "" : reader.source.slice(children[0]);
  const operand = reader.expression(children[1]);
  if (operator === "void") return none;
  return { kind: "operation", operator, operands: [operand] };
}
