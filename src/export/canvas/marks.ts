/** The marks that a picture is made of, as SVG. */

import { plainText } from "../../pipeline/definition/plainText";
import type { Rect } from "../../pipeline/layout/rect";

export function box({ x, y, width, height }: Rect, more: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`;
}

interface Look {
  readonly size: number;
  readonly colour: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
}

/** A text whose base line is at y; `aside` follows it, smaller. */
export function words(
  x: number,
  y: number,
  text: string,
  { size, colour, anchor = "start", bold = false }: Look,
  aside?: { readonly text: string; readonly colour: string },
): string {
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const weight = bold ? ' font-weight="700"' : "";
  // The space stands before it: some readers drop one at its beginning.
  const more =
    aside === undefined || aside.text === ""
      ? ""
      : ` <tspan font-size="11" fill="${aside.colour}">${escaped(aside.text)}</tspan>`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${anchored}${weight}>${escaped(text)}${more}</text>`;
}

export function escaped(text: string): string {
  return plainText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
