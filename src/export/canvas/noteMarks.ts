import { type Note, colours as names } from "../../pipeline/definition/document";
import type { Frame } from "../../pipeline/layout/frames";
import { baseLine, fitText, textWidth } from "../../pipeline/layout/textWidth";
import type { Colours } from "./colours";
import { box, words } from "./marks";

/** The frame of a group, with its title (`ui/canvas/notes/Frames.css`). */
export function frameMarks({ group, ...frame }: Frame, colours: Colours): readonly string[] {
  const colour = colours.notes[group.colour];
  const title = fitText(group.title, frame.width - 36, 14, true);
  return [
    box(frame, `rx="12" fill="${colour}" fill-opacity=".06" stroke="${colour}" stroke-opacity=".5" stroke-width="1.5"`),
    words(frame.x + 18, baseLine(frame.y + 6, 24, 14), title, { size: 14, colour, bold: true }),
  ];
}

const padding = { across: 12, down: 8 } as const;
const lineHeight = 18;
const betweenBlocks = 6;

/** A note (`Note.css`): its words on as many lines as it has room for. */
export function noteMarks({ text, place, size, colour = names[0] }: Note, colours: Colours): readonly string[] {
  const { x, y } = place;
  const own = colours.notes[colour];
  const area = { x, y, ...size };
  const marks = [
    box(area, `rx="12" fill="${colours.card}"`),
    box(area, `rx="12" fill="${own}" fill-opacity=".14" stroke="${own}" stroke-opacity=".45"`),
  ];
  let top = y + padding.down;
  for (const { line, heading } of linesOf(text, size.width - 2 * padding.across)) {
    if (line === "") top += betweenBlocks;
    else if (top + lineHeight <= y + size.height) {
      const look = { size: heading ? 15 : 13, colour: colours.text, bold: heading };
      marks.push(words(x + padding.across, baseLine(top, lineHeight, look.size), line, look));
      top += lineHeight;
    } else break;
  }
  return marks;
}

interface Line {
  /** "" between blocks. */
  readonly line: string;
  readonly heading: boolean;
}

/** Markdown as words: what a note knows of it (`ui/canvas/notes/markdown.tsx`), without its marks. */
function linesOf(text: string, room: number): readonly Line[] {
  return text.split(/\r?\n/).flatMap((typed) => {
    const heading = /^#{1,6}\s+/.test(typed);
    const plain = typed
      .replace(/^#{1,6}\s+/, "")
      .replace(/^\s*[-*]\s+/, "• ")
      .replace(/\[([^\]]*)\]\((?:https?:)[^)]*\)/g, "$1")
      .replace(/\*\*|`/g, "");
    return wrapped(plain, room, heading).map((line) => ({ line, heading }));
  });
}

/** On several lines, between words; a word that is wider than the room is shortened. */
function wrapped(text: string, room: number, heading: boolean): readonly string[] {
  const size = heading ? 15 : 13;
  const lines = [""];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (last === "" || textWidth(longer, size, heading) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, room, size, heading));
}
