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
