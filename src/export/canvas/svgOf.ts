import { grown, type Rect } from "../../pipeline/layout/rect";
import type { Lane } from "../../pipeline/layout/scene";
import { baseLine, textWidth } from "../../pipeline/layout/textWidth";
import { cardMarks } from "./cardMarks";
import { lineSigns } from "./changeMarks";
import type { Colours } from "./colours";
import { labelMarks, lineMarks, lineMarksTogether } from "./lineMarks";
import { box, escaped, words } from "./marks";
import { frameMarks, noteMarks } from "./noteMarks";
import type { Drawing } from "./scene";

const margin = 24;
const blank: Rect = { x: 0, y: 0, width: 240, height: 80 };
const faces = "'Open Sans', 'Helvetica Neue', Roboto, Arial, 'DejaVu Sans', sans-serif";

/** The canvas as SVG: texts stay texts, a card's title says its whole name. `inDots`: as it is painted, with nobody to point at a line. */
export function svgOf(drawing: Drawing, name: string, colours: Colours, inDots = false): string {
  const cards = [...drawing.scene.cards.values()];
  const around = frameOf(drawing);
  const { x, y, width, height } = around;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="${faces}">`,
    `<title>${escaped(name)}</title>`,
    ...(colours.ground === null ? [] : [box(around, `fill="${colours.ground}"`)]),
    ...drawing.frames.flatMap((frame) => frameMarks(frame, colours)),
    ...cards
      .filter(({ shape }) => shape.box)
      .map((one) => box(one, `rx="12" fill="${colours.accent}" fill-opacity=".07" stroke="${colours.box}"`)),
    ...[...drawing.scene.lanes.values()].flatMap((lane) => laneMarks(lane, colours)),
    ...(inDots ? lineMarksTogether : lineMarks)(drawing, colours),
    ...labelMarks(drawing, colours),
    ...lineSigns(drawing, colours),
    ...cards.map((one, index) => cardMarks(one, index, drawing, colours)),
    ...drawing.notes.flatMap((note) => noteMarks(note, colours)),
    ...(cards.length === 0 && drawing.notes.length === 0
      ? [words(x + width / 2, y + height / 2, "No steps", { size: 14, colour: colours.secondary, anchor: "middle" })]
      : []),
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

/** What the picture shows: all that is drawn, with a margin. */
export function frameOf({ bounds }: Drawing): Rect {
  return grown(bounds ?? blank, margin);
}

/** The area of a branch; its title stands on the border. */
function laneMarks(lane: Lane, colours: Colours): readonly string[] {
  const { x, y, label, index } = lane;
  const colour = index === 0 ? colours.true : colours.false;
  const title = { x: x + 13, y: y - 9, width: textWidth(label, 11, true) + 12, height: 18 };
  return [
    box(lane, `rx="12" fill="${colour}" fill-opacity=".09" stroke="${colour}" stroke-dasharray="3 2.5"`),
    box(title, `rx="4" fill="${colours.behind}"`),
    words(x + 19, baseLine(title.y, 18, 11), label, { size: 11, colour, bold: true }),
  ];
}
