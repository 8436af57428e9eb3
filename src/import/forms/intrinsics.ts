/** CloudFormation's functions: what only a deploy can fill in stays as a hole, `${Role.Arn}`. */
import { MappedParts, type MappedText } from "../source/mappedText";
import { entriesOf, itemsOf, type SourceNode, textIn } from "../source/sourceNode";

/** The function that a value calls; null where it calls none. */
export function functionOf(node: SourceNode): { readonly name: string; readonly argument: SourceNode } | null {
  const [only, more] = entriesOf(node);
  if (only === undefined || more !== undefined) return null;
  return only.key === "Ref" || only.key.startsWith("Fn::") ? { name: only.key, argument: only.value } : null;
}

/** The text that a value gives, with its holes; null where it gives none. */
export function textOf(node: SourceNode): MappedText | null {
  if (node.kind === "text") return node.mapped;
  if (node.kind === "literal") return written(node.json, node);
  const called = functionOf(node);
  if (called === null) return null;
  const { name, argument } = called;
  switch (name) {
    case "Ref":
      return written(`\${${textIn(argument)}}`, node);
    case "Fn::GetAtt": {
      const parts = argument.kind === "list" ? argument.items.map((item) => textOf(item)?.text) : [textIn(argument)];
      return written(`\${${parts.join(".")}}`, node);
    }
    case "Fn::Sub":
      return unescaped(argument.kind === "list" ? argument.items[0] : argument);
    case "Fn::Join":
      return joined(argument);
    default: {
      const inner = textOf(argument)?.text.replace(/["\\\n{}]/g, "") ?? "";
      return written(`\${${name.slice("Fn::".length)}${inner === "" ? "" : ` ${inner}`}}`, node);
    }
  }
}

/** The value with the text in place of each function. */
export function resolved(node: SourceNode): SourceNode {
  if (node.kind === "list") return { ...node, items: node.items.map(resolved) };
  if (node.kind !== "object") return node;
  const mapped = functionOf(node) === null ? null : textOf(node);
  if (mapped !== null) return { kind: "text", mapped, from: node.from, to: node.to };
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: resolved(entry.value) })) };
}

function written(text: string, { from }: SourceNode): MappedText {
  return { text, offsetOf: () => from };
}

function joined(argument: SourceNode): MappedText | null {
  const [separator, list] = itemsOf(argument);
  if (list === undefined) return null;
  const parts = new MappedParts();
  for (const [index, item] of itemsOf(list).entries()) {
    if (index > 0) parts.put(textIn(separator) ?? "", item.from);
    const text = textOf(item);
    if (text === null) return null;
    parts.add(text);
  }
  return parts.done();
}

/** `${!Name}` is how Fn::Sub writes the text `${Name}`. */
function unescaped(node: SourceNode | undefined): MappedText | null {
  if (node?.kind !== "text") return null;
  const { text, offsetOf } = node.mapped;
  const parts = new MappedParts();
  let from = 0;
  for (const { index } of text.matchAll(/\$\{!/g)) {
    const end = index + 2;
    const begin = from;
    parts.add({ text: text.slice(begin, end), offsetOf: (at) => offsetOf(begin + at) });
    from = end + 1;
  }
  const rest = from;
  parts.add({ text: text.slice(rest), offsetOf: (at) => offsetOf(rest + at) });
  return parts.done();
}
