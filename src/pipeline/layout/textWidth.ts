/**
 * How wide a text stands on a card, estimated from its characters: layout, edges and hit areas must not need a screen to measure on.
 * The shares are those of Open Sans; an estimate a little too wide costs nothing, one too narrow costs an ellipsis.
 */
const narrow = new Set("iljtfrI.,:;'|!()[]{}`- ");
const wide = new Set("mwMWQOGDHNU@%&→");

/** Width in canvas pixels of a text in the interface's face at a font size. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) {
    if (narrow.has(character)) ems += 0.33;
    else if (wide.has(character)) ems += 0.8;
    else if (character >= "A" && character <= "Z") ems += 0.64;
    else ems += 0.56;
  }
  return Math.ceil(ems * size * (bold ? 1.07 : 1));
}

/**
 * The text, shortened with an ellipsis where it is wider than the room. Cards shorten their texts by this and not by the page's clipping:
 * every clipped element is a layer to sort in each frame, and a canvas has thousands.
 */
export function fitText(text: string, room: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  let end = Math.min(text.length - 1, Math.ceil(room / (size * 0.3)));
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size, bold) > room) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Open Sans above and below its base line, in its own size. */
const ascent = 1.069;
const descent = 0.293;

/** Where the page puts the base line of a text in a line of a height. */
export function baseLine(top: number, lineHeight: number, size: number): number {
  const above = Math.round(ascent * size);
  const below = Math.round(descent * size);
  return top + Math.floor((lineHeight - above - below) / 2) + above;
}
