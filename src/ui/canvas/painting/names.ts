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

/** A name on up to so many lines of a width; none where too little of it would be left. */
export function nameLines(name: string, room: number, size: number, most: number): readonly string[] {
  if (most < 1) return [];
  if (textWidth(name, size, true) <= room) return [name];
  const [end, last] = most === 1 ? [0, name] : firstLine(name, room, size);
  if (most > 1 && end < fewestLetters) return [];
  const rest = fitText(last, room, size, true);
  if (rest !== last && rest.length <= fewestLetters) return [];
  return end === 0 ? [rest] : [name.slice(0, end), rest];
}

/** How much of a name fits a line, and the rest: cut where a word of it begins, if one does in the second half. */
function firstLine(name: string, room: number, size: number): readonly [end: number, rest: string] {
  let end = 1;
  while (end < name.length && textWidth(name.slice(0, end + 1), size, true) <= room) end++;
  for (let at = end; at > end / 2; at--) {
    if (beginsWord(name, at)) return [at, name.slice(at)];
  }
  return [end, name.slice(end)];
}

function beginsWord(name: string, at: number): boolean {
  const before = name[at - 1] ?? "";
  const here = name[at] ?? "";
  return /[-_ .]/.test(before) || (/[A-Z]/.test(here) && /[a-z0-9]/.test(before));
}
