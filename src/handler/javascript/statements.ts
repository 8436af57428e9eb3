import type { SyntaxNode } from "@lezer/common";
import { type Expression, none, type Statement, type Target, textOf, unknown } from "../code/code";
import { childNamed, childrenOf } from "../code/parseCode";
import { betweenCommas } from "../code/source";
import { readExport } from "./exports";
import type { Reader } from "./expressions";
import { readTarget } from "./targets";

/** Reads statements; functions first, as they are there before the first line runs. */
export function readStatements(reader: Reader, nodes: readonly SyntaxNode[]): Statement[] {
  const isFunction = ({ name }: SyntaxNode) => name === "FunctionDeclaration";
  const ordered = [...nodes.filter(isFunction), ...nodes.filter((node) => !isFunction(node))];
  return ordered.flatMap((node) => readStatement(reader, node));
}

export function readStatement(reader: Reader, node: SyntaxNode): Statement[] {
  const children = childrenOf(node);
  const read = (child: SyntaxNode | undefined) => reader.expression(child);
  switch (node.name) {
    case "Block":
      return [{ kind: "block", body: readStatements(reader, children) }];
    case "ExpressionStatement":
      return [{ kind: "expression", value: read(children[0]) }];
    case "VariableDeclaration":
      return readDeclaration(reader, children);
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return readNamed(reader, node, children);
    case "ReturnStatement": {
      const value = children.find(({ name }) => name !== "return" && name !== ";");
      return [{ kind: "return", value: value === undefined ? null : read(value), at: node.from }];
    }
    case "ThrowStatement":
      return [{ kind: "leave", how: "throw", value: read(children[1]) }];
    case "BreakStatement":
    case "ContinueStatement":
      return [{ kind: "leave", how: "loop", value: null }];
    case "IfStatement":
      return [readIf(reader, children)];
    case "ForStatement":
    case "WhileStatement":
    case "DoStatement":
      return [readLoop(reader, children)];
    case "SwitchStatement":
      return [readSwitch(reader, children)];
    case "TryStatement":
      return [readTry(reader, children)];
    case "LabeledStatement":
      return children.slice(2).flatMap((child) => readStatement(reader, child));
    case "EnumDeclaration":
      return readEnum(reader, children);
    case "ExportDeclaration":
      return readExport(reader, children);
    case "ImportDeclaration":
    case "InterfaceDeclaration":
    case "TypeAliasDeclaration":
    case "AmbientDeclaration":
    case ";":
    case "{":
    case "}":
      return [];
    default:
      return [{ kind: "expression", value: unknown(...children.map(read)) }];
  }
}

function assign(target: Target, value: Expression): Statement {
  return { kind: "assign", targets: [target], operator: "=", value };
}

function readDeclaration(reader: Reader, children: readonly SyntaxNode[]): Statement[] {
  const declares = children[0]?.name === "var" ? "function" : "block";
  const parts = betweenCommas(children, ["const", "let", "var", "using", "await", ";"]);
  return parts.flatMap((part) => {
    if (part[0] === undefined) return [];
    const equals = part.findIndex(({ name }) => name === "Equals");
    const value = equals === -1 ? none : reader.expression(part[equals + 1]);
    return [assign(readTarget(reader, part[0], declares), value)];
  });
}

function readNamed(reader: Reader, node: SyntaxNode, children: readonly SyntaxNode[]): Statement[] {
  const name = childNamed(children, "VariableDefinition");
  const said = name === undefined ? "default" : reader.source.slice(name);
  const value = node.name === "ClassDeclaration" ? reader.classOf(node) : reader.functionOf(node, said);
  return [assign({ kind: "name", name: said, declares: "block" }, value)];
}

function readIf(reader: Reader, children: readonly SyntaxNode[]): Statement {
  const asked = reader.expression(children[1]);
  const otherwise = children.findIndex(({ name }) => name === "else");
  const branch = (node: SyntaxNode | undefined) => (node === undefined ? [] : readStatement(reader, node));
  const branches = [branch(children[2]), otherwise === -1 ? [] : branch(children[otherwise + 1])];
  return { kind: "branches", asked: [asked], branches };
}

function readLoop(reader: Reader, children: readonly SyntaxNode[]): Statement {
  const spec = children.find(({ name }) => name.endsWith("Spec"));
  const condition = childNamed(children, "ParenthesizedExpression");
  const isBody = ({ name }: SyntaxNode) => name.endsWith("Statement") || name === "Block";
  const body = children.filter(isBody).flatMap((child) => readStatement(reader, child));
  const head: Statement[] =
    condition === undefined ? [] : [{ kind: "expression", value: reader.expression(condition) }];
  const parts = spec === undefined ? [] : childrenOf(spec);
  const middle = parts.findIndex(({ name }) => name === "of" || name === "in");
  if (middle === -1) {
    for (const part of parts) {
      if (part.name === "VariableDeclaration") head.push(...readStatement(reader, part));
      else if (/^[A-Z]/.test(part.name)) head.push({ kind: "expression", value: reader.expression(part) });
    }
    return { kind: "loop", head, loop: null, body, after: [] };
  }
  const declares = parts.some(({ name }) => ["const", "let", "var"].includes(name)) ? "block" : "no";
  const target = readTarget(reader, parts[middle - 1], declares);
  const listed = reader.expression(parts[middle + 1]);
  // `in` goes through the keys, which are texts.
  const over = parts[middle]?.name === "of" ? listed : unknown(listed);
  return { kind: "loop", head, loop: { target, over }, body, after: [] };
}

function readSwitch(reader: Reader, children: readonly SyntaxNode[]): Statement {
  const body = childNamed(children, "SwitchBody");
  const asked: Expression[] = [reader.expression(children[1])];
  const cases: Statement[][] = [];
  let hasDefault = false;
  for (const child of body === undefined ? [] : childrenOf(body)) {
    if (child.name === "CaseLabel") asked.push(reader.expression(childrenOf(child)[1]));
    if (child.name === "DefaultLabel") hasDefault = true;
    if (child.name.endsWith("Label")) cases.push([]);
    else cases.at(-1)?.push(...readStatement(reader, child));
  }
  return { kind: "switch", asked, cases, hasDefault };
}

function readTry(reader: Reader, children: readonly SyntaxNode[]): Statement {
  const blockOf = (node: SyntaxNode | undefined) => {
    const block = node === undefined ? undefined : childNamed(childrenOf(node), "Block");
    return block === undefined ? [] : readStatement(reader, block);
  };
  const body = childNamed(children, "Block");
  const caught = childNamed(children, "CatchClause");
  const target = caught === undefined ? undefined : childrenOf(caught)[2];
  const hasName = target !== undefined && target.name !== "Block";
  const given = hasName ? [assign(readTarget(reader, target, "block"), unknown())] : [];
  return {
    kind: "try",
    body: body === undefined ? [] : readStatement(reader, body),
    catches: caught === undefined ? [] : [[...given, ...blockOf(caught)]],
    otherwise: [],
    after: blockOf(children.find(({ name }) => name === "FinallyClause")),
  };
}

function readEnum(reader: Reader, children: readonly SyntaxNode[]): Statement[] {
  const name = childNamed(children, "TypeDefinition");
  const body = childNamed(children, "EnumBody");
  if (name === undefined || body === undefined) return [];
  const entries = betweenCommas(childrenOf(body), ["{", "}"]).flatMap(([key, , value]) => {
    if (key === undefined) return [];
    const given: Expression =
      value === undefined ? { kind: "number", isFloat: false, value: 0 } : reader.expression(value);
    return [{ kind: "pair" as const, key: textOf(reader.source.slice(key)), value: given, at: key.from }];
  });
  return [assign({ kind: "name", name: reader.source.slice(name), declares: "block" }, { kind: "dict", entries })];
}
