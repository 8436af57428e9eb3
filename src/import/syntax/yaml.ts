import { isAlias, isMap, isPair, isScalar, isSeq, type Node, parseAllDocuments, type Scalar, type YAMLMap } from "yaml";
import { quoted } from "../source/quoted";
import type { SourceEntry, SourceNode } from "../source/sourceNode";
import { folded, inOneLine } from "./foldedQuotes";
import { deepest } from "./json";
import { isJsonNumber } from "./jsonNumber";

/** Each alias is the whole of what it names: a few lines of them can mean more than fits into memory. */
const mostAliases = 100;

export type YamlReading =
  | { readonly ok: true; readonly documents: readonly SourceNode[] }
  | { readonly ok: false; readonly message: string; readonly at: number };

/** The documents of a YAML text. CloudFormation's tags come as what they are short for: `!Sub x` as `{"Fn::Sub": "x"}`. */
export function readYaml(text: string): YamlReading {
  const { parsed, isMended } = parse(text);
  const reader = new YamlReader(text, isMended);
  try {
    const documents: SourceNode[] = [];
    for (const document of parsed) {
      const [error] = document.errors;
      if (error !== undefined) return { ok: false, message: sentence(error.message), at: error.pos[0] };
      if (document.contents === null) continue;
      reader.anchors = anchorsOf(document.contents as Node);
      documents.push(reader.value(document.contents as Node, 0));
    }
    return { ok: true, documents };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, message: thrown.message, at: thrown.at };
    throw thrown;
  }
}

/** So many quoted texts with lines at the margin are mended. */
const mostMended = 20;

function parse(text: string) {
  let now = text;
  for (let mended = 0; ; mended++) {
    const parsed = parseAllDocuments(now, { logLevel: "silent", prettyErrors: false });
    const fault = parsed.flatMap(({ errors }) => errors)[0];
    const next = fault?.code === "MISSING_CHAR" && mended < mostMended ? inOneLine(now, fault.pos[0]) : null;
    if (next === null) return { parsed, isMended: mended > 0 };
    now = next;
  }
}

class Refused extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`;
}

function anchorsOf(node: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const look = (one: unknown, depth: number) => {
    if (depth > deepest) return;
    if (isPair(one)) {
      look(one.key, depth + 1);
      look(one.value, depth + 1);
    } else if (isMap(one) || isSeq(one)) {
      if (one.anchor !== undefined) found.set(one.anchor, one);
      for (const item of one.items) look(item, depth + 1);
    } else if (isScalar(one) && one.anchor !== undefined) found.set(one.anchor, one);
  };
  look(node, 0);
  return found;
}

class YamlReader {
  anchors: ReadonlyMap<string, Node> = new Map();
  private aliases = 0;
  constructor(
    private readonly text: string,
    private readonly isMended: boolean,
  ) {}

  value(node: Node, depth: number): SourceNode {
    const [from, to] = node.range ?? [0, 0];
    if (depth > deepest) throw new Refused(`Deeper than ${deepest} levels.`, from);
    if (isAlias(node)) {
      if (++this.aliases > mostAliases) throw new Refused(`More than ${mostAliases} aliases.`, from);
      const named = this.anchors.get(node.source);
      if (named === undefined) throw new Refused(`There is no anchor &${node.source}.`, from);
      return this.value(named, depth + 1);
    }
    const read = this.plain(node, depth, { from, to });
    const name = nameOfTag((node as Scalar).tag);
    if (name === null) return read;
    // `!GetAtt Role.Arn` is short for a list.
    return { kind: "object", entries: [{ key: name, from, value: read }], from, to };
  }

  private plain(node: Node, depth: number, range: { from: number; to: number }): SourceNode {
    if (isMap(node)) return { kind: "object", entries: this.entries(node, depth), ...range };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item as Node, depth + 1));
      return { kind: "list", items, ...range };
    }
    return this.scalar(node as Scalar, range);
  }

  private entries(node: YAMLMap, depth: number): SourceEntry[] {
    const entries: SourceEntry[] = [];
    const merged: SourceEntry[] = [];
    for (const { key, value } of node.items) {
      const named = this.value(key as Node, depth + 1);
      const name = named.kind === "text" ? named.mapped.text : named.kind === "literal" ? named.json : "";
      const read: SourceNode =
        value === null
          ? { kind: "literal", json: "null", from: named.to, to: named.to }
          : this.value(value as Node, depth + 1);
      if (name === "<<") merged.push(...mergedEntries(read));
      else entries.push({ key: name, from: named.from, value: read });
    }
    const own = new Set(entries.map(({ key }) => key));
    return [...entries, ...merged.filter(({ key }) => !own.has(key))];
  }

  private scalar(node: Scalar, range: { from: number; to: number }): SourceNode {
    const { source = "", type } = node;
    const value = this.isMended && typeof node.value === "string" ? folded(node.value) : node.value;
    if (typeof value === "string") {
      const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      const from = isBlock ? this.text.indexOf("\n", range.from) + 1 : range.from + (isQuoted ? 1 : 0);
      return { kind: "text", mapped: quoted(value, this.text, from, range.to, type === "QUOTE_DOUBLE"), ...range };
    }
    const isAsJson = isJsonNumber(source);
    return { kind: "literal", json: isAsJson ? source : (JSON.stringify(value) ?? "null"), ...range };
  }
}

function mergedEntries(node: SourceNode): readonly SourceEntry[] {
  if (node.kind === "list") return node.items.flatMap(mergedEntries);
  return node.kind === "object" ? node.entries : [];
}

/** `!Sub` → `Fn::Sub`; null for YAML's own tags. */
function nameOfTag(tag: string | undefined): string | null {
  const name = /^!([A-Za-z]\w*)$/.exec(tag ?? "")?.[1];
  if (name === undefined) return null;
  return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}
