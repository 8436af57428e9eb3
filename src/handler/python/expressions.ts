import type { SyntaxNode } from "@lezer/common";
import {
  type Argument,
  type Entry,
  type Expression,
  type Loop,
  none,
  type Target,
  textOf,
  unknown,
} from "../code/code";
import { childNamed, childrenOf } from "../code/parseCode";
import { betweenCommas, type Source } from "../code/source";
import { readParameters } from "./parameters";
import { readTarget } from "./targets";
import { readFormat, readString } from "./texts";

/** Reads one expression of Python. */
export function readExpression(source: Source, node: SyntaxNode | null | undefined): Expression {
  if (node === null || node === undefined) return unknown();
  return source.deeper(() => readNode(source, node));
}

function readNode(source: Source, node: SyntaxNode): Expression {
  const children = childrenOf(node);
  const read = (child: SyntaxNode | undefined) => readExpression(source, child);
  switch (node.name) {
    case "VariableName":
      return { kind: "name", name: source.slice(node), at: node.from };
    case "String":
      return readString(source, node);
    case "FormatString":
      return readFormat(source, node, read);
    case "ContinuedString":
      // Texts that stand side by side are one.
      return { kind: "text", value: null, parts: children.map(read) };
    case "Number": {
      const written = source.slice(node).replaceAll("_", "");
      const isFloat = !/^0[xob]/i.test(written) && /[.ej]/i.test(written);
      return { kind: "number", isFloat, value: Number(written) };
    }
    case "Boolean":
      return { kind: "boolean" };
    case "None":
      return none;
    case "ParenthesizedExpression":
    case "AwaitExpression":
      return read(children.find(({ name }) => !["(", ")", "await"].includes(name)));
    case "DictionaryExpression":
      return { kind: "dict", entries: readEntries(source, children) };
    case "ArrayExpression":
    case "TupleExpression":
    case "SetExpression":
      return { kind: "list", items: readArguments(source, children) };
    case "ComprehensionExpression":
    case "ArrayComprehensionExpression":
    case "SetComprehensionExpression":
    case "DictionaryComprehensionExpression":
      return readComprehension(source, children);
    case "CallExpression":
      return readCall(source, node, children);
    case "MemberExpression":
      return readMember(source, node, children);
    case "ConditionalExpression":
      return { kind: "choice", asked: read(children[2]), of: [read(children[0]), read(children[4])] };
    case "BinaryExpression":
      return readBinary(source, children);
    case "UnaryExpression": {
      const operator = children[0] === undefined ? "" : source.slice(children[0]);
      return { kind: "operation", operator: operator === "not" ? "!" : operator, operands: [read(children[1])] };
    }
    case "NamedExpression":
      return {
        kind: "assignment",
        operator: "=",
        target: readTarget(source, children[0], readExpression),
        value: read(children[2]),
      };
    case "LambdaExpression": {
      const list = childNamed(children, "ParamList");
      const value = children.at(-1);
      return {
        kind: "function",
        code: {
          name: "",
          parameters: readParameters(source, list, readExpression),
          body: source.later(() => [{ kind: "return", value: read(value), at: value?.from ?? node.from }]),
          at: node.from,
        },
      };
    }
    default:
      return unknown(...children.filter(isExpression).map(read));
  }
}

function isExpression({ name }: SyntaxNode): boolean {
  return /^[A-Z]/.test(name) && !name.endsWith("Op");
}

function readEntries(source: Source, children: readonly SyntaxNode[]): Entry[] {
  return betweenCommas(children, ["{", "}"]).flatMap((part): Entry[] => {
    const [first, second, third] = part;
    if (first === undefined) return [];
    if (first.name === "**") return [{ kind: "spread", of: readExpression(source, second), at: first.from }];
    return [{ kind: "pair", key: readExpression(source, first), value: readExpression(source, third), at: first.from }];
  });
}

/** What stands in brackets, separated by commas: of a call, a list, a tuple. */
export function readArguments(source: Source, children: readonly SyntaxNode[]): Argument[] {
  return betweenCommas(children, ["(", ")", "[", "]", "{", "}"]).flatMap((part): Argument[] => {
    const [first, second, third] = part;
    if (first === undefined) return [];
    if (first.name === "*" || first.name === "**") {
      const spread = first.name === "*" ? "list" : "dict";
      return [{ name: null, value: readExpression(source, second), spread }];
    }
    if (second?.name === "AssignOp") {
      return [{ name: source.slice(first), value: readExpression(source, third), spread: null }];
    }
    return [{ name: null, value: readExpression(source, first), spread: null }];
  });
}

function readCall(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const callee = readExpression(source, children[0]);
  const list = childNamed(children, "ArgList");
  const inner = list === undefined ? [] : childrenOf(list);
  const generator = inner.some(({ name }) => name === "for");
  const args: Argument[] = generator
    ? [{ name: null, value: readComprehension(source, inner), spread: null }]
    : readArguments(source, inner);
  return { kind: "call", callee, args, isNew: false, at: node.from };
}

function readMember(source: Source, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const [object, , key] = children;
  const of = readExpression(source, object);
  if (key?.name === "PropertyName") {
    return { kind: "member", of, key: textOf(source.slice(key)), isDot: true, at: key.from };
  }
  const inside = children.slice(2, -1);
  if (inside.length === 1) {
    return { kind: "member", of, key: readExpression(source, key), isDot: false, at: key?.from ?? node.from };
  }
  // A slice is of the kind of what it is cut from.
  const bounds = inside.filter(isExpression).map((bound) => readExpression(source, bound));
  return { kind: "operation", operator: "slice", operands: [of, ...bounds] };
}

function readBinary(source: Source, children: readonly SyntaxNode[]): Expression {
  const left = readExpression(source, children[0]);
  const right = readExpression(source, children.at(-1));
  const operator = children
    .slice(1, -1)
    .map((child) => source.slice(child))
    .join(" ");
  if (operator === "or" || operator === "and") {
    return { kind: "choice", asked: null, of: [left, right], needsFalse: operator === "and" };
  }
  return { kind: "operation", operator, operands: [left, right] };
}

function readComprehension(source: Source, children: readonly SyntaxNode[]): Expression {
  const inner = children.filter(({ name }) => !["{", "}", "[", "]", "(", ")", "async"].includes(name));
  const start = inner.findIndex(({ name }) => name === "for");
  const [first, colon, second] = inner.slice(0, start);
  const loops: Loop[] = [];
  for (let at = start; at < inner.length; at++) {
    if (inner[at]?.name !== "for") continue;
    const middle = inner.findIndex(({ name }, i) => i > at && name === "in");
    if (middle === -1) break;
    const targets = betweenCommas(inner.slice(at + 1, middle), []).flatMap(([one]) => (one === undefined ? [] : [one]));
    loops.push({ target: targetOf(source, targets), over: readExpression(source, inner[middle + 1]) });
  }
  const isDict = colon?.name === ":";
  const value = readExpression(source, isDict ? second : first);
  const key = isDict ? readExpression(source, first) : unknown();
  const entry: Entry = { kind: "pair", key, value, at: first?.from ?? 0 };
  return { kind: "comprehension", makes: isDict ? "dict" : "list", loops, entries: [entry] };
}

/** One target, or several between commas: `for key, value in …`. */
export function targetOf(source: Source, nodes: readonly SyntaxNode[]): Target {
  if (nodes.length === 1) return readTarget(source, nodes[0], readExpression);
  const items = nodes.map((node) => ({
    target: readTarget(source, node, readExpression),
    isRest: false,
    fallback: null,
  }));
  return { kind: "list", items };
}
