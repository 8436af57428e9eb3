import type { SyntaxNode } from "@lezer/common";
import {
  type ClassCode,
  type Expression,
  type FunctionCode,
  none,
  type Statement,
  textOf,
  unknown,
} from "../code/code";
import { childNamed, childrenOf } from "../code/parseCode";
import { betweenCommas, type Source } from "../code/source";
import { readArguments, readExpression, targetOf } from "./expressions";
import { readParameters } from "./parameters";
import { readTarget } from "./targets";

/** Reads the statements of a Python file or of a block in it. */
export function readStatements(source: Source, node: SyntaxNode | undefined): Statement[] {
  return node === undefined ? [] : childrenOf(node).flatMap((child) => readStatement(source, child));
}

function readStatement(source: Source, node: SyntaxNode): Statement[] {
  const children = childrenOf(node);
  const read = (child: SyntaxNode | undefined) => readExpression(source, child);
  switch (node.name) {
    case "StatementGroup":
      return children.flatMap((child) => readStatement(source, child));
    case "ExpressionStatement":
      return [{ kind: "expression", value: listOf(source, children) }];
    case "AssignStatement":
      return readAssignment(source, children);
    case "UpdateStatement": {
      const operator = children[1] === undefined ? "=" : source.slice(children[1]);
      const target = readTarget(source, children[0], readExpression);
      return [{ kind: "assign", targets: [target], operator, value: listOf(source, children.slice(2)) }];
    }
    case "DeleteStatement":
      return betweenCommas(children.slice(1), []).map(([one]) => ({
        kind: "delete",
        target: readTarget(source, one, readExpression),
      }));
    case "ReturnStatement": {
      const value = children.length > 1 ? listOf(source, children.slice(1)) : null;
      return [{ kind: "return", value, at: node.from }];
    }
    case "RaiseStatement":
      return [{ kind: "leave", how: "throw", value: unknown(...children.slice(1).map(read)) }];
    case "BreakStatement":
    case "ContinueStatement":
      return [{ kind: "leave", how: "loop", value: null }];
    case "ScopeStatement":
      return [{ kind: "outer", names: children.filter(isName).map((name) => source.slice(name)) }];
    case "IfStatement":
      return [readIf(source, children)];
    case "WhileStatement":
    case "ForStatement":
      return [readLoop(source, children)];
    case "TryStatement":
      return [readTry(source, children)];
    case "WithStatement":
      return readWith(source, children);
    case "MatchStatement":
      return [readMatch(source, children)];
    case "FunctionDefinition":
      return [assign(source, children, { kind: "function", code: readFunction(source, node) })];
    case "ClassDefinition":
      return [assign(source, children, { kind: "class", code: readClass(source, node) })];
    case "DecoratedStatement":
      return readDecorated(source, children);
    case "ImportStatement":
    case "PassStatement":
      return [];
    default:
      return [{ kind: "expression", value: unknown(...children.map(read)) }];
  }
}

function isName({ name }: SyntaxNode): boolean {
  return name === "VariableName";
}

function assign(source: Source, children: readonly SyntaxNode[], value: Expression): Statement {
  return { kind: "assign", targets: [readTarget(source, children.find(isName), readExpression)], operator: "=", value };
}

/** What a decorator makes of a function goes by the function's name. A decorated class stays what it is. */
function readDecorated(source: Source, children: readonly SyntaxNode[]): Statement[] {
  const defined = children.at(-1);
  if (defined === undefined) return [];
  const plain = readStatement(source, defined);
  const decorators = children.filter(({ name }) => name === "Decorator").reverse();
  return plain.map((statement) => {
    if (statement.kind !== "assign" || defined.name !== "FunctionDefinition") return statement;
    const value = decorators.reduce((made: Expression, decorator): Expression => {
      const args = [{ name: null, value: made, spread: null }];
      return { kind: "call", callee: readDecorator(source, decorator), args, isNew: false, at: decorator.from };
    }, statement.value);
    return { ...statement, value };
  });
}

/** `@a.b(c)`: its parts lie side by side in the tree. */
function readDecorator(source: Source, decorator: SyntaxNode): Expression {
  let read: Expression = unknown();
  for (const part of childrenOf(decorator)) {
    const name = source.slice(part);
    if (part.name === "ArgList") {
      read = { kind: "call", callee: read, args: readArguments(source, childrenOf(part)), isNew: false, at: part.from };
    } else if (part.name === "PropertyName" || (isName(part) && read.kind !== "unknown")) {
      read = { kind: "member", of: read, key: textOf(name), isDot: true, at: part.from };
    } else if (part.name !== "At" && part.name !== ".") {
      read = readExpression(source, part);
    }
  }
  return read;
}

/** `a, b` without brackets is a tuple. */
function listOf(source: Source, nodes: readonly SyntaxNode[]): Expression {
  if (nodes.length === 0) return none;
  if (nodes.length === 1) return readExpression(source, nodes[0]);
  return { kind: "list", items: readArguments(source, nodes) };
}

function readAssignment(source: Source, children: readonly SyntaxNode[]): Statement[] {
  const sides: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === "AssignOp") sides.push([]);
    else if (child.name !== "TypeDef") sides.at(-1)?.push(child);
  }
  const value = sides.pop() ?? [];
  if (sides.length === 0) return [];
  const targets = sides.map((side) => {
    const nodes = betweenCommas(side, []).flatMap((part) => part.slice(-1));
    return targetOf(source, nodes);
  });
  return [{ kind: "assign", targets, operator: "=", value: listOf(source, value) }];
}

function bodies(source: Source, children: readonly SyntaxNode[], keyword: string): Statement[][] {
  return children.flatMap((child, i) => {
    if (child.name !== keyword) return [];
    const body = childNamed(children.slice(i + 1), "Body");
    return [readStatements(source, body)];
  });
}

function readIf(source: Source, children: readonly SyntaxNode[]): Statement {
  const asked = children.filter((_, i) => ["if", "elif"].includes(children[i - 1]?.name ?? ""));
  const otherwise = bodies(source, children, "else")[0] ?? [];
  const branches = [...bodies(source, children, "if"), ...bodies(source, children, "elif"), otherwise];
  return { kind: "branches", asked: asked.map((one) => readExpression(source, one)), branches };
}

function readLoop(source: Source, children: readonly SyntaxNode[]): Statement {
  const after = bodies(source, children, "else")[0] ?? [];
  const body = readStatements(source, childNamed(children, "Body"));
  const start = children.findIndex(({ name }) => name === "for");
  const middle = children.findIndex(({ name }) => name === "in");
  if (start === -1 || middle === -1) {
    const asked: Statement = { kind: "expression", value: readExpression(source, children[1]) };
    return { kind: "loop", head: [asked], loop: null, body, after };
  }
  const targets = betweenCommas(children.slice(start + 1, middle), []).flatMap((part) => part.slice(-1));
  const loop = { target: targetOf(source, targets), over: readExpression(source, children[middle + 1]) };
  return { kind: "loop", head: [], loop, body, after };
}

function readTry(source: Source, children: readonly SyntaxNode[]): Statement {
  const catches = children.flatMap((child, i) => {
    if (child.name !== "except") return [];
    const end = children.findIndex(({ name }, at) => at > i && name === "Body");
    const as = children.slice(i, end).findIndex(({ name }) => name === "as");
    const caught = as === -1 ? undefined : children[i + as + 1];
    const target = readTarget(source, caught, readExpression);
    const named: Statement = { kind: "assign", targets: [target], operator: "=", value: unknown() };
    return [[named, ...readStatements(source, children[end])]];
  });
  return {
    kind: "try",
    body: bodies(source, children, "try")[0] ?? [],
    catches,
    otherwise: bodies(source, children, "else")[0] ?? [],
    after: bodies(source, children, "finally")[0] ?? [],
  };
}

function readWith(source: Source, children: readonly SyntaxNode[]): Statement[] {
  const heads = betweenCommas(
    children.filter(({ name }) => !["Body", "with", "async", "(", ")"].includes(name)),
    [],
  );
  const opened = heads.map((part): Statement => {
    const as = part.findIndex(({ name }) => name === "as");
    const target = readTarget(source, as === -1 ? undefined : part[as + 1], readExpression);
    return { kind: "assign", targets: [target], operator: "=", value: unknown(readExpression(source, part[0])) };
  });
  const body = childNamed(children, "Body");
  return [...opened, ...readStatements(source, body)];
}

function readMatch(source: Source, children: readonly SyntaxNode[]): Statement {
  const clauses = children.filter(({ name }) => name === "MatchBody").flatMap(childrenOf);
  const branches = clauses
    .filter(({ name }) => name === "MatchClause")
    .map((clause) => [...captured(source, clause), ...readStatements(source, childrenOf(clause).at(-1))]);
  const hasDefault = clauses.some((clause) => {
    const pattern = childrenOf(clause)[1];
    return pattern?.name === "CapturePattern" && childrenOf(clause)[2]?.name !== "Guard";
  });
  const asked = [readExpression(source, children[1])];
  return { kind: "branches", asked, branches: hasDefault ? branches : [...branches, []] };
}

/** The names that a pattern gives to parts of what is matched. */
function captured(source: Source, clause: SyntaxNode): Statement[] {
  const names: string[] = [];
  const cursor = clause.cursor();
  const end = childrenOf(clause).at(-1)?.from ?? clause.to;
  while (cursor.next() && cursor.from < end) {
    if (cursor.name === "VariableName" && cursor.node.parent?.name === "CapturePattern")
      names.push(source.slice(cursor.node));
  }
  return names.map((name) => ({
    kind: "assign",
    targets: [{ kind: "name", name, declares: "function" }],
    operator: "=",
    value: unknown(),
  }));
}

function readFunction(source: Source, node: SyntaxNode): FunctionCode {
  const children = childrenOf(node);
  const name = children.find(isName);
  return {
    name: name === undefined ? "" : source.slice(name),
    parameters: readParameters(source, childNamed(children, "ParamList"), readExpression),
    body: source.later(() => readStatements(source, childNamed(children, "Body"))),
    at: node.from,
  };
}

function readClass(source: Source, node: SyntaxNode): ClassCode {
  const children = childrenOf(node);
  const name = children.find(isName);
  const list = childNamed(children, "ArgList");
  const body = childNamed(children, "Body");
  const methods = new Map<string, FunctionCode>();
  const fields: ClassCode["fields"][number][] = [];
  for (const child of body === undefined ? [] : childrenOf(body)) {
    const inner = child.name === "DecoratedStatement" ? (childrenOf(child).at(-1) ?? child) : child;
    if (inner.name === "FunctionDefinition") {
      const isStatic = childrenOf(child).some(
        (one) => one.name === "Decorator" && /staticmethod/.test(source.slice(one)),
      );
      const code = readFunction(source, inner);
      // A static method gets no object: as if it named one.
      const self = { name: "self", target: { kind: "nothing" }, fallback: null, rest: null, at: inner.from } as const;
      methods.set(code.name, isStatic ? { ...code, parameters: [self, ...code.parameters] } : code);
    }
    if (inner.name !== "AssignStatement") continue;
    const [target] = childrenOf(inner);
    if (target === undefined || !isName(target)) continue;
    const equals = childrenOf(inner).findIndex((one) => one.name === "AssignOp");
    const fallback = equals === -1 ? null : readExpression(source, childrenOf(inner).at(-1));
    fields.push({ name: source.slice(target), fallback, at: inner.from });
  }
  const bases = list === undefined ? [] : readArguments(source, childrenOf(list)).map(({ value }) => value);
  return { name: name === undefined ? "" : source.slice(name), bases, fields, methods, namesItself: true };
}
