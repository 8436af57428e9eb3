import { MappedParts, type MappedText } from "../source/mappedText";
import { quoted } from "../source/quoted";
import { withoutEscapedHoles } from "./hclText";

/**
 * Terraform's code with its heredocs cut out: a definition in one is long, and the parser of HCL needs a fifth of a second for a kilobyte.
 * Those with holes stay, the parser knows where they end.
 */
export interface CutCode {
  /** What is parsed. */
  readonly code: string;
  /** The texts that were cut out, by what stands for them; with offsets that `file` knows. */
  readonly bodies: ReadonlyMap<string, MappedText>;
  /** The whole file: the offsets in `code`, and behind its end those of the file itself. */
  readonly file: MappedText;
}

const begin = /^(?![ \t]*(?:#|\/\/))[^\n"]*[=(,[?:][ \t]*<<-?([A-Za-z_][\w-]*)[ \t]*\r?\n/gm;

export function cutHeredocs(text: string): CutCode {
  const kept: { from: number; code: string }[] = [];
  const cut: { mark: string; from: number; to: number }[] = [];
  let done = 0;
  begin.lastIndex = 0;
  for (let open = begin.exec(text); open !== null; open = begin.exec(text)) {
    const from = begin.lastIndex;
    const to = closingLine(text, open[1] ?? "", from)?.from;
    if (to === undefined) continue;
    begin.lastIndex = to;
    if (hasHoles(text.slice(from, to))) continue;
    const mark = `STEPWIRE_HEREDOC_${cut.length}`;
    kept.push({ from: done, code: text.slice(done, from) }, { from, code: `${mark}\n` });
    cut.push({ mark, from, to });
    done = to;
  }
  kept.push({ from: done, code: text.slice(done) });
  const parts = new MappedParts();
  for (const { from, code } of kept) parts.add({ text: code, offsetOf: (at) => from + at });
  const { text: code, offsetOf } = parts.done();
  const bodies = new Map(
    cut.map(({ mark, from, to }) => {
      const body = quoted(withoutEscapedHoles(text.slice(from, to)), text, from, to, false);
      return [mark, { text: body.text, offsetOf: (at: number) => code.length + body.offsetOf(at) }];
    }),
  );
  const file = { text, offsetOf: (at: number) => (at >= code.length ? at - code.length : offsetOf(at)) };
  return { code, bodies, file };
}

/** The line that closes a heredoc whose text begins at `from`; null where it stays open. */
export function closingLine(
  text: string,
  word: string,
  from: number,
): { readonly from: number; readonly to: number } | null {
  const line = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, "gm");
  line.lastIndex = from;
  const found = line.exec(text);
  return found === null ? null : { from: found.index, to: line.lastIndex };
}

function hasHoles(body: string): boolean {
  return /[$%]\{/.test(body.replace(/\$\$\{|%%\{/g, ""));
}
