import { fitText, textWidth } from "../../../pipeline/layout/textWidth";

/** A name on the screen is never smaller. */
const leastPixels = 9;
/** As in `StepName.css`. */
const nearSize = 14;

/** The size of names on the canvas at a zoom. */
export function nameSize(zoom: number): number {
  return Math.max(nearSize, leastPixels / zoom);
}

/** Of fewer letters nobody knows which step is meant. */
const fewestLetters = 3;

/**
 * A name on up to so many lines of a width; none where too little of it would be left. `below`: the width from the second line on, where
 * the first has something beside it.
 */
export function nameLines(name: string, room: number, size: number, most: number, below = room): readonly string[] {
  if (most < 1) return [];
  if (textWidth(name, size, true) <= room) return [name];
  if (most > 1 && textWidth(name, size, true) <= below) return ["", name];
  const end = most === 1 ? null : lineEnd(name, room, size);
  const lines =
    end === null ? [shortened(name, room, size)] : [name.slice(0, end), shortened(name.slice(end), below, size)];
  return lines.every((line) => !line.includes("…") || line.length > fewestLetters) ? lines : [];
}

/** Where a first line ends: before a word in its second half, else within one; null where so few letters would stand on a line. */
function lineEnd(name: string, room: number, size: number): number | null {
  let end = 1;
  while (end < name.length && textWidth(name.slice(0, end + 1), size, true) <= room) end++;
  if (end < fewestLetters) return null;
  for (let at = end; at > end / 2; at--) if (beginsWord(name, at)) return at;
  return name.length - end < fewestLetters ? null : end;
}

/** Cut before its last word where that leaves at least half of the room: a number tells steps apart that begin alike. Else at its end. */
function shortened(text: string, room: number, size: number): string {
  if (textWidth(text, size, true) <= room) return text;
  let word = text.length - 1;
  while (word > 0 && !beginsWord(text, word)) word--;
  const last = `…${text.slice(word)}`;
  const left = room - textWidth(last, size, true);
  let end = word;
  while (end > 0 && textWidth(text.slice(0, end), size, true) > left) end--;
  return word > 0 && end > 0 && textWidth(text.slice(word), size, true) <= room / 2
    ? text.slice(0, end) + last
    : fitText(text, room, size, true);
}

function beginsWord(name: string, at: number): boolean {
  const before = name[at - 1] ?? "";
  const here = name[at] ?? "";
  if (/[-_ .]/.test(before)) return true;
  return (/[A-Z]/.test(here) && /[a-z0-9]/.test(before)) || (/[0-9]/.test(here) && /[a-z]/.test(before));
}
