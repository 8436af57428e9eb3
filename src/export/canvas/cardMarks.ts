import { categoryColours } from "../../pipeline/card/categoryColours";
import { stepIcon } from "../../pipeline/card/stepIcons";
import { nameRoom } from "../../pipeline/layout/cardShape";
import { type SceneCard, solidPart } from "../../pipeline/layout/scene";
import { baseLine, fitText } from "../../pipeline/layout/textWidth";
import { stepTypeOf } from "../../pipeline/steps";
import { changeMarks } from "./changeMarks";
import type { Colours } from "./colours";
import { box, escaped, words } from "./marks";
import { portMarks } from "./portMarks";
import type { Drawing } from "./scene";

const tile = { x: 13, y: 12.5, size: 26 } as const;
const nameLeft = 48;

/** A step as its card shows it on the canvas (`ui/canvas/painting/drawCard.ts`); its title says the whole name. */
export function cardMarks(card: SceneCard, index: number, drawing: Drawing, colours: Colours): string {
  const { key, name, type, x, y, width, shape } = card;
  const entry = drawing.graph.byKey.get(key);
  const { icon, category, label, sentence: sentenceOf } = stepTypeOf(type);
  const sentence = entry === undefined ? null : (sentenceOf?.(entry.step) ?? null);
  const room = nameRoom(width, "nothing");
  const scale = tile.size / 32;
  const kind = shape.box && sentence !== null ? `${label} · ${sentence}` : label;
  return [
    `<g data-step="${index}">`,
    `<title>${escaped(key)}</title>`,
    // The head of a loop's box lies on the box; it is there to be pressed.
    box(
      solidPart(card),
      shape.box
        ? 'rx="12" fill="none" pointer-events="all"'
        : `rx="12" fill="${colours.card}" stroke="${colours.border}"`,
    ),
    ...(shape.rowsTop !== null && !shape.box
      ? [box({ x: x + 1, y: y + shape.rowsTop + 1, width: width - 2, height: 1 }, `fill="${colours.divider}"`)]
      : []),
    box(
      { x: x + tile.x, y: y + tile.y, width: tile.size, height: tile.size },
      `rx="6.2" fill="${categoryColours[category]}"`,
    ),
    `<path transform="translate(${x + tile.x + 4 * scale} ${y + tile.y + 4 * scale}) scale(${scale})" d="${stepIcon(icon)}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
    words(x + nameLeft, baseLine(y + 9.5, 18, 14), fitText(name === "" ? "(no name)" : name, room, 14, true), {
      size: 14,
      colour: colours.heading,
      bold: true,
    }),
    words(x + nameLeft, baseLine(y + 27.5, 14, 11), fitText(kind, room, 11), { size: 11, colour: colours.secondary }),
    ...(shape.sentenceTop === null || sentence === null
      ? []
      : sentenceMarks(card, shape.sentenceTop, sentence, colours)),
    ...changeMarks(card, drawing, colours),
    ...portMarks(card, drawing.portsOf(key), colours),
    "</g>",
  ].join("\n");
}

function sentenceMarks({ x, y, width }: SceneCard, top: number, sentence: string, colours: Colours): readonly string[] {
  return [
    box({ x: x + 13, y: y + top + 1, width: width - 26, height: 28 }, `rx="6" fill="${colours.quiet}"`),
    words(x + 21, baseLine(y + top + 1, 28, 11.5), fitText(sentence, width - 42, 11.5), {
      size: 11.5,
      colour: colours.text,
    }),
  ];
}
