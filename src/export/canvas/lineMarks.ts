import { toneOf } from "../../pipeline/card/lines";
import { curvePath } from "../../pipeline/layout/curve";
import { label, labelPositions, labelRect, labelsOf } from "../../pipeline/layout/labels";
import type { RoutedLine } from "../../pipeline/layout/route";
import { solidPart } from "../../pipeline/layout/scene";
import type { Colours } from "./colours";
import { box, escaped, words } from "./marks";
import type { Drawing } from "./scene";

/** What joins the steps (`ui/canvas/painting/drawLines.ts`): order in dashes, a loop's body in dots, the rest drawn through. */
export function lineMarks({ lines }: Drawing, colours: Colours): readonly string[] {
  return [
    '<g fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">',
    ...lines.flatMap((routed) => {
      const { curve, line } = routed;
      const stroke = `stroke="${colourOf(routed, colours)}"`;
      const { x, y } = curve.to;
      return [
        `<path d="${curvePath(curve)}" ${stroke}${dashOf(routed)}><title>${escaped(line.said)}</title></path>`,
        `<path d="M${x - 7},${y - 4}L${x},${y}L${x - 7},${y + 4}" ${stroke}/>`,
      ];
    }),
    "</g>",
  ];
}

function colourOf({ line }: RoutedLine, colours: Colours): string {
  const tone = toneOf(line);
  return tone === "plain" ? colours.line : tone === "true" ? colours.true : colours.false;
}

function dashOf({ line: { reason } }: RoutedLine): string {
  if (reason.kind === "order") return ' stroke-linecap="butt" stroke-dasharray="6 5"';
  return reason.kind === "each" ? ' stroke-linecap="butt" stroke-dasharray="2 4"' : "";
}

/** The words on them, where there is room. */
export function labelMarks({ lines, scene }: Drawing, colours: Colours): readonly string[] {
  const labels = labelsOf(lines);
  const positions = labelPositions(
    labels,
    [...scene.cards.values()].map(solidPart),
    lines.map(({ curve }) => curve),
  );
  return labels.flatMap(({ id, text }) => {
    const at = positions.get(id);
    if (at === undefined) return [];
    const look = { size: label.size, colour: colours.secondary, anchor: "middle" } as const;
    return [
      box(labelRect(at, text), `rx="9" fill="${colours.card}" stroke="${colours.label}"`),
      words(at.x, at.y + 3.7, text, look),
    ];
  });
}
