import type { ReactNode } from "react";

/** What of Markdown a note knows: headings, lists, paragraphs; in them bold, italic, code and links to the web. All else stays as it is typed. */
export function Markdown({ text }: { readonly text: string }) {
  return <>{blocksOf(text).map(drawBlock)}</>;
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

function drawBlock({ kind, lines }: Block, index: number): ReactNode {
  // biome-ignore-start lint/suspicious/noArrayIndexKey: lines of a text have no other name
  if (kind === "heading") return <strong key={index}>{inline(lines[0] ?? "")}</strong>;
  if (kind === "paragraph") {
    const broken = lines.flatMap((line, at) =>
      at === 0 ? inline(line) : [<br key={`break${at}`} />, ...inline(line)],
    );
    return <p key={index}>{broken}</p>;
  }
  const items = lines.map((line, at) => <li key={at}>{inline(line)}</li>);
  return kind === "bullets" ? <ul key={index}>{items}</ul> : <ol key={index}>{items}</ol>;
  // biome-ignore-end lint/suspicious/noArrayIndexKey: the same
}

const spans = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|(?<!\w)_[^_\s][^_]*_(?!\w)|\[[^\]]+\]\(https?:\/\/[^\s)]+\))/;

function inline(text: string): ReactNode[] {
  return text.split(spans).map((part, index) => {
    // Every second piece is what the pattern found.
    if (index % 2 === 0) return part;
    const key = `${index} ${part}`;
    if (part.startsWith("`")) return <code key={key}>{part.slice(1, -1)}</code>;
    if (part.startsWith("**")) return <b key={key}>{part.slice(2, -2)}</b>;
    if (!part.startsWith("[")) return <em key={key}>{part.slice(1, -1)}</em>;
    const [, words, address] = /^\[([^\]]+)\]\((.+)\)$/.exec(part) ?? [];
    return (
      <a key={key} href={address} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    );
  });
}
