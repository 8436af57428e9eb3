import { asItStands } from "../source/mappedText";
import type { SourceEntry, SourceNode } from "../source/sourceNode";

const fence = /^[ \t]*(`{3,}|~{3,})([^`\n]*)(?:\n|$)/gm;
const heading = /^# .*$/m;

/** A Markdown file as `{title, blocks}`: its first heading, and what stands between fences, whatever it is called. */
export function readMarkdown(text: string): SourceNode {
  const blocks: SourceNode[] = [];
  /** The text with spaces for its blocks: a comment in code is no heading. */
  let prose = "";
  fence.lastIndex = 0;
  for (let open = fence.exec(text); open !== null; open = fence.exec(text)) {
    const [whole, marks = ""] = open;
    const from = open.index + whole.length;
    // It is closed by as many marks or more; else it runs to the end of the file.
    const close = new RegExp(`^[ \\t]*${marks[0]}{${marks.length},}[ \\t]*$`, "gm");
    close.lastIndex = from;
    const closed = close.exec(text);
    const to = closed?.index ?? text.length;
    const code = text.slice(from, to);
    blocks.push({ kind: "text", mapped: asItStands(code, from), from, to });
    prose += text.slice(prose.length, from) + code.replaceAll(/./g, " ");
    if (closed === null) break;
    fence.lastIndex = close.lastIndex;
  }
  prose += text.slice(prose.length);
  const entries: SourceEntry[] = [
    { key: "blocks", from: 0, value: { kind: "list", items: blocks, from: 0, to: text.length } },
  ];
  const line = heading.exec(prose);
  const title = titleIn(line?.[0] ?? "");
  if (line !== null && title !== "") {
    const from = line.index + line[0].indexOf(title, 1);
    const at = { from, to: from + title.length };
    entries.push({ key: "title", from, value: { kind: "text", mapped: asItStands(title, from), ...at } });
  }
  return { kind: "object", entries, from: 0, to: text.length };
}

/** Without the marks that begin a heading, and may end it. By hand: a pattern of it takes hours for a line of a million spaces. */
function titleIn(line: string): string {
  const text = line.slice(1).trim();
  let end = text.length;
  while (text[end - 1] === "#") end--;
  return text[end - 1] === " " || end === 0 ? text.slice(0, end).trimEnd() : text;
}
