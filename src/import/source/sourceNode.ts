/** A value as it stands in a file of any syntax: what readers of forms look through. */
import { MappedParts, type MappedText } from "./mappedText";

interface Ranged {
  /** Offsets in the text that was read. */
  readonly from: number;
  readonly to: number;
}

export interface SourceObject extends Ranged {
  readonly kind: "object";
  readonly entries: readonly SourceEntry[];
}
export interface SourceEntry {
  readonly key: string;
  readonly from: number;
  readonly value: SourceNode;
}
export interface SourceList extends Ranged {
  readonly kind: "list";
  readonly items: readonly SourceNode[];
}
export interface SourceText extends Ranged {
  readonly kind: "text";
  readonly mapped: MappedText;
}
export interface SourceLiteral extends Ranged {
  readonly kind: "literal";
  /** As JSON has it: `2.0`, `true`, `null`. */
  readonly json: string;
}
/** What is computed when the file is used: a call, a name. */
export interface SourceExpression extends Ranged {
  readonly kind: "expression";
  readonly code: string;
}
export type SourceNode = SourceObject | SourceList | SourceText | SourceLiteral | SourceExpression;

export function member(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return node?.kind === "object" ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

export function memberAt(node: SourceNode | undefined, ...keys: readonly string[]): SourceNode | undefined {
  return keys.reduce(member, node);
}

export function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === "list" ? node.items : [];
}

export function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.kind === "object" ? node.entries : [];
}

/** The text itself, null where it is none. */
export function textIn(node: SourceNode | undefined): string | null {
  return node?.kind === "text" ? node.mapped.text : null;
}

/** The same where no part of it is left to be filled in. */
export function filledText(text: string | null | undefined): string | null {
  return text == null || text === "" || text.includes("${") ? null : text;
}

/** Every node, the outer ones first. */
export function* nodesIn(node: SourceNode): Generator<SourceNode> {
  yield node;
  if (node.kind === "object") for (const { value } of node.entries) yield* nodesIn(value);
  else if (node.kind === "list") for (const item of node.items) yield* nodesIn(item);
}

/** A node as JSON, each part with the place that it was read from. */
export function asJson(node: SourceNode): MappedText {
  const parts = new MappedParts();
  write(node, parts);
  return parts.done();
}

function write(node: SourceNode, parts: MappedParts): void {
  const { from, to } = node;
  if (node.kind === "object") {
    parts.put("{", from);
    for (const [index, entry] of node.entries.entries()) {
      parts.put(`${index > 0 ? ", " : ""}${JSON.stringify(entry.key)}: `, entry.from);
      write(entry.value, parts);
    }
    parts.put("}", to - 1);
  } else if (node.kind === "list") {
    parts.put("[", from);
    for (const [index, item] of node.items.entries()) {
      if (index > 0) parts.put(", ", item.from);
      write(item, parts);
    }
    parts.put("]", to - 1);
  } else parts.put(node.kind === "literal" ? node.json : JSON.stringify(textOfScalar(node)), from);
}

function textOfScalar(node: SourceText | SourceExpression): string {
  return node.kind === "text" ? node.mapped.text : node.code;
}
