import { createElement, Fragment, type ReactNode } from "react";

/** What of Markdown a note knows: headings, lists, paragraphs; in them bold, italic, code and links to the web. All else stays as it is typed. */
export function Markdown({ text }: { readonly text: string }) {
  return holding(Fragment, blocksOf(text).map(drawBlock));
}

type Block = { readonly kind: "heading" | "paragraph" | "bullets" | "numbers"; readonly lines: readonly string[] };

const marks: readonly (readonly [Block["kind"], RegExp])[] = [
  ["heading", /^#{1,6}\s+/],
  ["bullets", /^\s*[-*]\s+/],
  ["numbers", /^\s*\d+[.)]\s+/],
];

/** Lines that belong together; an empty line ends a block. */
function blocksOf(text: string): readonly Block[] {
  const blocks: (Block & { lines: string[] })[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") {
      open = false;
      continue;
    }
    const [kind, mark] = marks.find(([, pattern]) => pattern.test(line)) ?? (["paragraph", /^/] as const);
    const last = blocks.at(-1);
    const said = line.replace(mark, "");
    if (open && last?.kind === kind && kind !== "heading") last.lines.push(said);
    else blocks.push({ kind, lines: [said] });
    open = true;
  }
  return blocks;
}

/** An element whose children are told apart by their places: pieces of a text have no other name. */
const holding = (element: string | typeof Fragment, children: readonly ReactNode[]) =>
  createElement(element, null, ...children);

const lineBreak = <br />;
const tags = { heading: "strong", paragraph: "p", bullets: "ul", numbers: "ol" } as const;

function drawBlock({ kind, lines }: Block): ReactNode {
  const isList = kind === "bullets" || kind === "numbers";
  const parts = lines.flatMap((line, at): readonly ReactNode[] => {
    if (isList) return [holding("li", inline(line))];
    return at === 0 ? inline(line) : [lineBreak, ...inline(line)];
  });
  return holding(tags[kind], parts);
}

const spans = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|(?<!\w)_[^_\s][^_]*_(?!\w)|\[[^\]]+\]\(https?:\/\/[^\s)]+\))/;

function inline(text: string): ReactNode[] {
  // Every second piece is what the pattern found.
  return text.split(spans).map((part, index) => (index % 2 === 0 ? part : drawSpan(part)));
}

function drawSpan(part: string): ReactNode {
  if (part.startsWith("`")) return <code>{part.slice(1, -1)}</code>;
  if (part.startsWith("**")) return <b>{part.slice(2, -2)}</b>;
  if (!part.startsWith("[")) return <em>{part.slice(1, -1)}</em>;
  const [, words, address] = /^\[([^\]]+)\]\((.+)\)$/.exec(part) ?? [];
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
