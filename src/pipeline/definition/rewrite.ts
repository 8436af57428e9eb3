/**
 * Writes a value into the text that another one was read from, as a careful person would: what is the same stays as it was written,
 * number text, escapes, blank lines and spaces included; what is new follows the style around it.
 */
import { parseValue } from "./parse";
import { serialise } from "./serialise";
import { type TextNode, textNodes } from "./textNodes";
import {
  type Entry,
  entries,
  get,
  isList,
  isObject,
  type ListValue,
  type ObjectValue,
  sameValue,
  type Value,
} from "./value";

/**
 * The text of `value` in the style of `text`. Read again it is `value`, in meaning, order and number text.
 * A text that is no JSON has no style: two spaces a level, and a line feed at the end.
 */
export function rewrite(text: string, value: Value): string {
  const parsed = parseValue(text);
  if (!parsed.ok) return `${serialise(value, 2)}\n`;
  const root = textNodes(text, parsed.value);
  const margin = marginBefore(text, root.from);
  return (
    text.slice(0, root.from) + new Rewriter(text, root, margin).write(value, root, `\n${margin}`) + text.slice(root.to)
  );
}

/** The white space that begins the line of an offset, where nothing else stands before it: all of a text may be moved in by it. */
function marginBefore(text: string, at: number): string {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before : "";
}

/** What stands between the parts of an object or a list. */
interface Gaps {
  /** Before the first one, and before each other. */
  readonly first: string;
  readonly next: string;
  readonly last: string;
}

class Rewriter {
  /** One level's indent; "" where all stands on one line. */
  private readonly unit: string;
  private readonly colon: string;
  /** What stands behind a comma within a line. */
  private readonly space: string;

  constructor(
    private readonly text: string,
    root: TextNode,
    margin: string,
  ) {
    const first = root.entries[0]?.from ?? root.items[0]?.from;
    const lead = first === undefined ? "\n  " : text.slice(root.from + 1, first);
    this.unit = lead.includes("\n") ? lead.slice(lead.lastIndexOf("\n") + 1 + margin.length) : "";
    const entry = root.entries[0];
    this.colon = entry === undefined ? ": " : text.slice(entry.to, entry.node.from);
    this.space = this.unit === "" ? (spaceBetween(text, root) ?? "") : " ";
  }

  /** `margin` begins a line at this depth: a line feed and the indent; "" within a line. */
  write(value: Value, old: TextNode | undefined, margin: string): string {
    if (old === undefined) return this.fresh(value, margin);
    if (sameValue(value, old.value)) return this.text.slice(old.from, old.to);
    if (isObject(value) && old.entries.length > 0) return this.object(value, old, margin);
    if (isList(value) && old.items.length > 0) return this.list(value, old, margin);
    return this.fresh(value, margin);
  }

  private object(value: ObjectValue, old: TextNode, margin: string): string {
    const gaps = this.gapsOf(
      old,
      old.entries.map(({ from, node }) => ({ from, to: node.to })),
      margin,
    );
    const before = new Map(old.entries.map((entry, index) => [entry.key, { entry, index }]));
    const written = entries(value).map(([key, item]) => {
      const known = before.get(key);
      const lead = known === undefined || known.index === 0 ? gaps.next : this.leadOf(old.entries, known.index);
      const inner = marginIn(lead) ?? (lead.includes("\n") ? margin : "");
      const colon = known === undefined ? this.colon : this.text.slice(known.entry.to, known.entry.node.from);
      const name = known === undefined ? JSON.stringify(key) : this.text.slice(known.entry.from, known.entry.to);
      return { lead, text: name + colon + this.write(item, known?.entry.node, inner) };
    });
    return `{${join(written, gaps)}}`;
  }

  private list(value: ListValue, old: TextNode, margin: string): string {
    const gaps = this.gapsOf(old, old.items, margin);
    const matches = matchItems(old.items, value);
    const written = value.map((item, index) => {
      const match = matches[index] ?? -1;
      const lead = match <= 0 ? gaps.next : this.leadOf(old.items, match);
      const inner = marginIn(lead) ?? (lead.includes("\n") ? margin : "");
      return { lead, text: this.write(item, old.items[match], inner) };
    });
    return `[${join(written, gaps)}]`;
  }

  /** What stands before a part that is not the first: all behind the comma. */
  private leadOf(parts: readonly { readonly from: number }[], index: number): string {
    const { from } = parts[index] as { readonly from: number };
    return this.text.slice(this.text.lastIndexOf(",", from) + 1, from);
  }

  private gapsOf(
    old: TextNode,
    parts: readonly { readonly from: number; readonly to: number }[],
    margin: string,
  ): Gaps {
    const [head, second] = parts;
    const end = parts.at(-1);
    if (head === undefined || end === undefined) return { first: "", next: "", last: "" };
    const first = this.text.slice(old.from + 1, head.from);
    const last = this.text.slice(end.to, old.to - 1);
    if (second !== undefined) {
      const next = this.leadOf(parts, 1);
      return { first, next: marginIn(next) ?? next, last };
    }
    return { first, next: marginIn(first) ?? (margin === "" || this.unit !== "" ? " " : this.space), last };
  }

  private fresh(value: Value, margin: string): string {
    const inner = margin === "" || this.unit === "" ? "" : margin + this.unit;
    const outer = inner === "" ? "" : margin;
    const between = inner === "" ? this.space : inner;
    if (isList(value)) {
      const items = value.map((item) => this.fresh(item, inner));
      return items.length === 0 ? "[]" : `[${inner}${items.join(`,${between}`)}${outer}]`;
    }
    if (isObject(value)) {
      const parts = entries(value).map(
        ([key, item]: Entry) => JSON.stringify(key) + this.colon + this.fresh(item, inner),
      );
      return parts.length === 0 ? "{}" : `{${inner}${parts.join(`,${between}`)}${outer}}`;
    }
    return serialise(value);
  }
}

function join(parts: readonly { readonly lead: string; readonly text: string }[], { first, last }: Gaps): string {
  const [head, ...more] = parts;
  if (head === undefined) return "";
  return first + head.text + more.map(({ lead, text }) => `,${lead}${text}`).join("") + last;
}

/** The last line feed of a gap and what follows it; null where it has none. */
function marginIn(gap: string): string | null {
  return /\r?\n[^\n]*$/.exec(gap)?.[0] ?? null;
}

/** What stands behind the first comma within an object or a list of the text. */
function spaceBetween(text: string, node: TextNode): string | null {
  const parts = node.entries.length > 0 ? node.entries : node.items;
  const second = parts[1];
  if (second !== undefined) return text.slice(text.lastIndexOf(",", second.from) + 1, second.from);
  for (const inner of [...node.entries.map(({ node }) => node), ...node.items]) {
    const found = spaceBetween(text, inner);
    if (found !== null) return found;
  }
  return null;
}

/** For each new item the old one that it was, -1 where it is new: equal ones at both ends, then those of the same `Name`, then by place. */
function matchItems(old: readonly TextNode[], items: ListValue): readonly number[] {
  const matches = items.map(() => -1);
  const same = (was: number, is: number) => sameValue(old[was]?.value, items[is]);
  const shorter = Math.min(old.length, items.length);
  let head = 0;
  while (head < shorter && same(head, head)) matches[head] = head++;
  let tail = 0;
  while (tail < shorter - head && same(old.length - 1 - tail, items.length - 1 - tail)) {
    tail++;
    matches[items.length - tail] = old.length - tail;
  }
  const names = new Map(old.map(({ value }, index) => [get(value, "Name"), index] as const));
  for (let is = head; is < items.length - tail; is++) {
    const name = get(items[is], "Name");
    if (name !== undefined) matches[is] = names.get(name) ?? -1;
    else if (is < old.length - tail) matches[is] = is;
  }
  return matches;
}
