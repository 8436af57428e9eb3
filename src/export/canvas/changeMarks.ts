/** What differs between two versions, as the canvas draws it (`ui/canvas/painting/drawChange.ts`). */
import { markSigns } from "../../pipeline/compare/markSigns";
import { mainVerb, type Verb } from "../../pipeline/compare/words";
import { edgeId } from "../../pipeline/graph/deriveGraph";
import { pointAt } from "../../pipeline/layout/curve";
import { grown } from "../../pipeline/layout/rect";
import type { RoutedLine } from "../../pipeline/layout/route";
import { type SceneCard, solidPart } from "../../pipeline/layout/scene";
import { baseLine, textWidth } from "../../pipeline/layout/textWidth";
import type { Colours } from "./colours";
import { box, words } from "./marks";
import type { Drawing } from "./scene";

export function verbColour(verb: Verb, colours: Colours): string {
  return colours[verb === "renamed" ? "moved" : verb];
}

/** Around a step that differs: a ring, in dashes where it is gone; on its edge the sign and the words. */
export function changeMarks(card: SceneCard, { overlay }: Drawing, colours: Colours): readonly string[] {
  const verbs = overlay?.steps.get(card.key);
  if (verbs === undefined) return [];
  const verb = mainVerb(verbs);
  const colour = verbColour(verb, colours);
  const dash = verb === "removed" ? ' stroke-dasharray="8 6"' : "";
  const text = `${markSigns[verb]} ${verbs.join(", ")}`;
  const width = textWidth(text, 12, true) + 19;
  const badge = { x: card.x + card.width - width - 13, y: card.y - 11, width, height: 22 };
  return [
    box(grown(solidPart(card), 1), `rx="13" fill="none" stroke="${colour}" stroke-width="2"${dash}`),
    box(badge, `rx="11" fill="${colours.card}" stroke="${colour}" stroke-width="1.5"`),
    words(badge.x + width / 2, baseLine(badge.y, 22, 12), text, { size: 12, colour, anchor: "middle", bold: true }),
  ];
}

/** Whether the edge of a line is new or gone; null where both have it. */
export function lineChange({ overlay }: Drawing, { line }: RoutedLine): "added" | "removed" | null {
  return overlay?.edges.get(edgeId(line)) ?? null;
}

/** A plus or minus on each line that is new or gone. */
export function lineSigns(drawing: Drawing, colours: Colours): readonly string[] {
  return drawing.lines.flatMap((routed) => {
    const change = lineChange(drawing, routed);
    if (change === null) return [];
    const { x, y } = pointAt(routed.curve, 0.72);
    const path = `M${x - 4},${y}H${x + 4}${change === "added" ? `M${x},${y - 4}V${y + 4}` : ""}`;
    return [
      `<circle cx="${x}" cy="${y}" r="8" fill="${verbColour(change, colours)}"/>`,
      `<path d="${path}" stroke="${colours.card}" stroke-width="2"/>`,
    ];
  });
}
