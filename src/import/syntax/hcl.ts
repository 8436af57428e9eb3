import type { SyntaxNode } from "@lezer/common";
import { hclLanguage } from "codemirror-lang-hcl";
import { asItStands, MappedParts, type MappedText } from "../source/mappedText";
import { quoted } from "../source/quoted";
import { asJson, type SourceEntry, type SourceNode } from "../source/sourceNode";
import { withoutCalls } from "./hclCalls";
import { unescaped, withoutEscapedHoles } from "./hclText";
import { cutHeredocs } from "./heredocs";
import { deepest } from "./json";
import { isJsonNumber } from "./jsonNumber";
import { childrenOf } from "./lezerTree";

/**
 * Terraform code as Terraform's own JSON has it: `{"resource": {"aws_sagemaker_pipeline": {"churn": {…}}}}`. What is computed stays as
 * a hole, `${var.bucket}`; `jsonencode` of plain data is its argument; `local.x` is what the same file says of it. The offsets of the node
 * are those of the file that comes with it.
 */
export function readHcl(text: string): { readonly node: SourceNode; readonly file: MappedText } {
  const { code, bodies, file } = cutHeredocs(text);
  const body = childOf(hclLanguage.parser.parse(withoutCalls(code)).topNode, "Body");
  return { node: new HclReader(code, bodies).body(body, 0), file };
}

/** The text of a template file, with its holes, and `$${` as the `${` that it stands for. */
export function readTemplate(text: string): MappedText {
  const before = "template = <<TEMPLATE_OF_STEPWIRE\n";
  const code = `${before}${text}\nTEMPLATE_OF_STEPWIRE\n`;
  const body = childOf(hclLanguage.parser.parse(code).topNode, "Body");
  const [only] = childrenOf(body).filter(({ name }) => name === "Attribute");
  const reader = new HclReader(code);
  const read = only === undefined ? null : reader.expression(childOf(only, "Expression"), 0);
  const inside = read?.kind === "text" ? read.mapped : asItStands(code, 0);
  return {
    text: inside.text,
    offsetOf: (at) => Math.min(Math.max(0, inside.offsetOf(at) - before.length), text.length),
  };
}

class HclReader {
  private locals: ReadonlyMap<string, SyntaxNode> = new Map();
  constructor(
    private readonly code: string,
    /** Of heredocs that were cut out. */
    private readonly bodies: ReadonlyMap<string, MappedText> = new Map(),
  ) {}

  body(node: SyntaxNode | null, depth: number): SourceNode {
    const parts = childrenOf(node);
    if (depth === 0) this.locals = this.localsIn(parts);
    const entries: SourceEntry[] = [];
    for (const part of parts) {
      if (part.name === "Attribute") {
        const key = childOf(part, "Identifier");
        const value = this.expression(childOf(part, "Expression"), depth + 1);
        if (key !== null) entries.push({ key: this.slice(key), from: key.from, value });
      } else if (part.name === "Block" && depth < deepest) entries.push(this.block(part, depth));
    }
    return { kind: "object", entries, ...rangeOf(node) };
  }

  /** `resource "a" "b" { … }` as `{"resource": {"a": {"b": {…}}}}`. */
  private block(node: SyntaxNode, depth: number): SourceEntry {
    const labels = childrenOf(node).filter(({ name }) => name === "BlockType" || name === "BlockLabel");
    const names = labels.map((label) => this.slice(label).replaceAll('"', ""));
    let value = this.body(childOf(node, "Body"), depth + 1);
    for (const name of names.slice(1).reverse())
      value = { kind: "object", entries: [{ key: name, from: node.from, value }], ...rangeOf(node) };
    return { key: names[0] ?? "", from: node.from, value };
  }

  private localsIn(parts: readonly SyntaxNode[]): ReadonlyMap<string, SyntaxNode> {
    const blocks = parts.filter((part) => {
      const type = childOf(part, "BlockType");
      return part.name === "Block" && type !== null && this.slice(type) === "locals";
    });
    const attributes = blocks.flatMap((block) => childrenOf(childOf(block, "Body")));
    return new Map(
      attributes.flatMap((attribute) => {
        const [key, value] = [childOf(attribute, "Identifier"), childOf(attribute, "Expression")];
        return key === null || value === null ? [] : [[this.slice(key), value] as const];
      }),
    );
  }

  expression(node: SyntaxNode | null, depth: number): SourceNode {
    const inner = childrenOf(node).filter(({ name }) => !/Comment$/.test(name));
    const [only, more] = inner;
    if (node === null || only === undefined || depth > deepest) return this.computed(node);
    if (only.name === "(" && inner.length === 3) return this.expression(inner[1] ?? null, depth + 1);
    const local = this.localOf(this.slice(node));
    if (local !== null) return this.expression(local, depth + 1);
    if (more !== undefined) return this.computed(node);
    const part = only.firstChild;
    switch (only.name) {
      case "LiteralValue":
        return part === null ? this.computed(node) : this.literal(part);
      case "TemplateExpr":
        return part === null ? this.computed(node) : this.template(part);
      case "CollectionValue":
        return part === null ? this.computed(node) : this.collection(part, depth);
      case "FunctionCall":
        return this.call(only, depth);
      case "Expression":
        return this.expression(only, depth + 1);
      case "Operation":
        return /^-\s*\d/.test(this.slice(only)) && isJsonNumber(this.slice(only).replace(/\s/g, ""))
          ? { kind: "literal", json: this.slice(only).replace(/\s/g, ""), ...rangeOf(only) }
          : this.computed(node);
      default:
        return this.computed(node);
    }
  }

  private localOf(code: string): SyntaxNode | null {
    const name = /^local\.([\w-]+)$/.exec(code)?.[1];
    return name === undefined ? null : (this.locals.get(name) ?? null);
  }

  private computed(node: SyntaxNode | null): SourceNode {
    return { kind: "expression", code: `\${${node === null ? "" : this.slice(node)}}`, ...rangeOf(node) };
  }

  private literal(node: SyntaxNode): SourceNode {
    const json = this.slice(node);
    if (node.name === "StringLit") return this.template(node);
    return node.name === "NumericLit" && !isJsonNumber(json)
      ? { kind: "literal", json: JSON.stringify(Number(json)), ...rangeOf(node) }
      : { kind: "literal", json, ...rangeOf(node) };
  }

  private collection(node: SyntaxNode, depth: number): SourceNode {
    const inner = childrenOf(node);
    if (node.name === "Tuple") {
      const items = inner.filter(({ name }) => name === "Expression");
      return { kind: "list", items: items.map((item) => this.expression(item, depth + 1)), ...rangeOf(node) };
    }
    if (node.name !== "Object") return this.computed(node);
    const entries = inner.flatMap((element): SourceEntry[] => {
      const key = childOf(element, "ObjectKey");
      if (element.name !== "ObjectElem" || key === null) return [];
      return [
        { key: this.key(key), from: key.from, value: this.expression(childOf(element, "Expression"), depth + 1) },
      ];
    });
    return { kind: "object", entries, ...rangeOf(node) };
  }

  private key(node: SyntaxNode): string {
    const read = this.expression(childOf(node, "Expression"), deepest - 2);
    return read.kind === "text" ? read.mapped.text : this.slice(node);
  }

  private call(node: SyntaxNode, depth: number): SourceNode {
    const name = childOf(node, "FunctionName");
    const given = childrenOf(childOf(node, "FunctionArguments")).filter((one) => one.name === "Expression");
    if (name === null || this.slice(name) !== "jsonencode" || given.length !== 1) return this.computed(node);
    const read = this.expression(given[0] ?? null, depth + 1);
    return read.kind === "object" || read.kind === "list"
      ? { kind: "text", mapped: asJson(read), ...rangeOf(node) }
      : this.computed(node);
  }

  /** A quoted text or a heredoc; its holes stay. In one that holds JSON, the quotes of a hole must not end the text around it. */
  private template(node: SyntaxNode): SourceNode {
    const isHeredoc = node.name === "HeredocTemplate";
    const isJson = isHeredoc && /^\s*[{[]/.test(this.slice(node).replace(/^<<-?\w+/, ""));
    const parts = new MappedParts();
    for (const part of childrenOf(node)) {
      const code = this.slice(part);
      const body = isHeredoc ? this.bodies.get(code.trim()) : undefined;
      if (body !== undefined) parts.add(body);
      else if (part.name === "TemplateLiteral") {
        const value = withoutEscapedHoles(isHeredoc ? code : unescaped(code));
        parts.add(quoted(value, this.code, part.from, part.to, !isHeredoc));
      } else if (part.name === "TemplateInterpolation" || part.name === "TemplateDirective") {
        if (isJson) parts.put(JSON.stringify(code).slice(1, -1), part.from);
        else parts.add(asItStands(code, part.from));
      }
    }
    return { kind: "text", mapped: parts.done(), ...rangeOf(node) };
  }

  private slice({ from, to }: SyntaxNode): string {
    return this.code.slice(from, to);
  }
}

function rangeOf(node: SyntaxNode | null): { readonly from: number; readonly to: number } {
  return { from: node?.from ?? 0, to: node?.to ?? 0 };
}

function childOf(node: SyntaxNode | null, name: string): SyntaxNode | null {
  return node?.getChild(name) ?? null;
}
