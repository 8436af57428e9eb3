/** Where each value stands in the text that it was read from. */
import { entries, isList, isObject, type Value } from "./value";

export interface TextNode {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
  /** Of an object: its entries in order, each with the range of its key. */
  readonly entries: readonly TextEntry[];
  /** Of a list. */
  readonly items: readonly TextNode[];
}

export interface TextEntry {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly node: TextNode;
}

/** The nodes of a text that `value` was read from (`parseValue`); the text is known to be well formed. */
export function textNodes(text: string, value: Value): TextNode {
  return nodeAt(text, skipSpace(text, text.startsWith("\uFEFF") ? 1 : 0), value);
}

function nodeAt(text: string, from: number, value: Value): TextNode {
  if (isObject(value)) {
    let at = skipSpace(text, from + 1);
    const found = entries(value).map(([key, item]): TextEntry => {
      const to = endOfString(text, at);
      const node = nodeAt(text, skipSpace(text, skipSpace(text, to) + 1), item);
      const entry = { key, from: at, to, node };
      at = skipSpace(text, node.to);
      if (text[at] === ",") at = skipSpace(text, at + 1);
      return entry;
    });
    return { value, from, to: at + 1, entries: found, items: [] };
  }
  if (isList(value)) {
    let at = skipSpace(text, from + 1);
    const items = value.map((item) => {
      const node = nodeAt(text, at, item);
      at = skipSpace(text, node.to);
      if (text[at] === ",") at = skipSpace(text, at + 1);
      return node;
    });
    return { value, from, to: at + 1, entries: [], items };
  }
  return {
    value,
    from,
    to: text[from] === '"' ? endOfString(text, from) : endOfWord(text, from),
    entries: [],
    items: [],
  };
}

export function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && " \n\r\t".includes(text[end] ?? "")) end++;
  return end;
}

/** The end of the string that starts at a place. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** The end of the number, `true`, `false` or `null` that starts at a place. */
export function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !",]} \n\r\t".includes(text[at] ?? "")) at++;
  return at;
}
