import { card as measures, nameRoom, portNameWidth, shownHint } from "../../pipeline/layout/cardShape";
import { curvePath } from "../../pipeline/layout/curve";
import { label, labelPositions, labelRect, labelsOf } from "../../pipeline/layout/labels";
import { grown, type Rect } from "../../pipeline/layout/rect";
import { innerPorts, innerPortX, innerPortY, type Lane, type SceneCard, solidPart } from "../../pipeline/layout/scene";
import { fitText } from "../../pipeline/layout/textWidth";
import { plainText } from "../diagram/plainText";
import type { Colours } from "./colours";
import type { Drawing } from "./scene";

const margin = 24;

/** The canvas as SVG: texts stay texts, a card's title says its whole name. */
export function svgOf(drawing: Drawing, name: string, colours: Colours): string {
  const { scene, lines } = drawing;
  const cards = [...scene.cards.values()];
  const around = grown(drawing.bounds ?? { x: 0, y: 0, width: 240, height: 80 }, margin);
  const { x, y, width, height } = around;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="'Open Sans', 'Helvetica Neue', Roboto, Arial, 'DejaVu Sans', sans-serif">`,
    `<title>${escaped(name)}</title>`,
    ...(colours.ground === null ? [] : [box(around, `fill="${colours.ground}"`)]),
    ...cards
      .filter(({ shape }) => shape.box)
      .map((one) => box(one, `rx="12" fill="${colours.lane}" stroke="${colours.border}"`)),
    ...[...scene.lanes.values()].map((lane) => laneOf(lane, colours)),
    `<g fill="none" stroke="${colours.line}" stroke-width="1.5">`,
    ...lines.map(
      ({ curve, line }) =>
        `<path d="${curvePath(curve)}"${line.reason.kind === "data" ? "" : ' stroke-dasharray="5 4"'}><title>${escaped(line.said)}</title></path>`,
    ),
    "</g>",
    ...labelsIn(drawing, cards, colours),
    ...cards.map((one) => cardOf(one, drawing, colours)),
    ...(cards.length === 0 ? [words(x + width / 2, y + height / 2, "No steps", 14, colours.quiet, "middle")] : []),
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

function laneOf(lane: Lane, colours: Colours): string {
  const title = words(lane.x + 12, lane.y + 16, lane.label, 11, colours.quiet);
  return `${box(lane, `rx="10" fill="${colours.lane}" stroke="${colours.border}" stroke-dasharray="4 4"`)}\n${title}`;
}

function labelsIn({ lines }: Drawing, cards: readonly SceneCard[], colours: Colours): readonly string[] {
  const labels = labelsOf(lines);
  const positions = labelPositions(
    labels,
    cards.map(solidPart),
    lines.map(({ curve }) => curve),
  );
  return labels.flatMap(({ id, text }) => {
    const at = positions.get(id);
    if (at === undefined) return [];
    const rect = box(labelRect(at, text), `rx="9" fill="${colours.label}" stroke="${colours.border}"`);
    return [rect, words(at.x, at.y + 3.5, text, label.size, colours.text, "middle")];
  });
}

function cardOf(card: SceneCard, { graph, portsOf }: Drawing, colours: Colours): string {
  const { key, x, y, width, shape } = card;
  const entry = graph.byKey.get(key);
  const { inputs, outputs } = portsOf(key);
  const sentence =
    shape.sentenceTop === null || entry === undefined ? null : (entry.stepType.sentence?.(entry.step) ?? null);
  const heads = solidPart(card);
  const dot = (atX: number, atY: number) =>
    `<circle cx="${atX}" cy="${atY}" r="4.5" fill="${colours.card}" stroke="${colours.line}" stroke-width="1.5"/>`;
  const rows = [
    ...inputs.flatMap((port) => {
      const at = shape.inputs.get(port.printed);
      if (at === undefined) return [];
      const hint = shownHint(port);
      const said = hint === null ? port.label : `${port.label} ${hint}`;
      return [dot(x, y + at), words(x + 14, y + at + 4, fitText(said, width - 28, 12), 12, colours.text)];
    }),
    ...outputs.flatMap((port) => {
      const at = shape.outputs.get(port.output);
      if (at === undefined) return [];
      const room = Math.min(width - 28, portNameWidth({ label: port.label, hint: null }) + 8);
      return [
        dot(x + width, y + at),
        words(x + width - 14, y + at + 4, fitText(port.label, room, 12), 12, colours.text, "end"),
      ];
    }),
    ...(shape.box ? [] : shape.slots).flatMap(({ id, label }) => {
      const at = shape.outputs.get(id);
      if (at === undefined) return [];
      return [dot(x + width, y + at), words(x + width - 14, y + at + 4, label, 12, colours.text, "end")];
    }),
    ...innerPorts(shape).flatMap(({ label }, index) => {
      const at = y + innerPortY(shape, index);
      return [dot(x + innerPortX, at), words(x + innerPortX + 10, at + 4, label, 11, colours.quiet)];
    }),
  ];
  return [
    "<g>",
    `<title>${escaped(key)}</title>`,
    box(heads, `rx="10" fill="${colours.card}" stroke="${colours.border}"`),
    words(x + 14, y + 21, fitText(card.name, nameRoom(width, "nothing"), 14, true), 14, colours.text, "start", true),
    words(x + 14, y + 38, entry?.stepType.label ?? card.type, 11, colours.quiet),
    ...(sentence === null || shape.sentenceTop === null
      ? []
      : [
          words(
            x + 14,
            y + shape.sentenceTop + measures.sentence / 2,
            fitText(sentence, width - 28, 11.5),
            11.5,
            colours.quiet,
          ),
        ]),
    ...rows,
    "</g>",
  ].join("\n");
}

function box({ x, y, width, height }: Rect, more: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`;
}

function words(
  x: number,
  y: number,
  text: string,
  size: number,
  colour: string,
  anchor: "start" | "middle" | "end" = "start",
  bold = false,
): string {
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${anchored}${weight}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return plainText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
