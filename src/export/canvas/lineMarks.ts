import { toneOf } from "../../pipeline/card/lines";
import { curvePath } from "../../pipeline/layout/curve";
import { label, labelPositions, labelRect, labelsOf } from "../../pipeline/layout/labels";
import type { RoutedLine } from "../../pipeline/layout/route";
import { solidPart } from "../../pipeline/layout/scene";
import { lineChange, verbColour } from "./changeMarks";
import type { Colours } from "./colours";
import { box, escaped, words } from "./marks";
import type { Drawing } from "./scene";

/** What joins the steps (`ui/canvas/painting/drawLines.ts`): order in dashes, a loop's body in dots, the rest drawn through. */
export function lineMarks(drawing: Drawing, colours: Colours): readonly string[] {
  const marks = drawing.lines.flatMap((routed) => {
    const [curve, point] = pathsOf(routed, drawing, colours);
    return [
      `<path d="${curve.path}" ${curve.look}><title>${escaped(routed.line.said)}</title></path>`,
      `<path d="${point.path}" ${point.look}/>`,
    ];
  });
  return [group, ...marks, "</g>"];
}

/** The same for a picture in dots, which has no titles: one path for all that look alike, which is painted sooner. */
export function lineMarksTogether(drawing: Drawing, colours: Colours): readonly string[] {
  const paths = new Map<string, string>();
  for (const { path, look } of drawing.lines.flatMap((routed) => pathsOf(routed, drawing, colours))) {
    paths.set(look, (paths.get(look) ?? "") + path);
  }
  return [group, ...[...paths].map(([look, path]) => `<path d="${path}" ${look}/>`), "</g>"];
}

const group = '<g fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">';

interface Path {
  readonly path: string;
  readonly look: string;
}

/** A line and its arrowhead. */
function pathsOf(routed: RoutedLine, drawing: Drawing, colours: Colours): readonly [curve: Path, point: Path] {
  const change = lineChange(drawing, routed);
  const quiet = drawing.overlay === null ? colourOf(routed, colours) : colours.line;
  const look = change === null ? `stroke="${quiet}"` : `stroke="${verbColour(change, colours)}" stroke-width="2.7"`;
  const dash = change === "removed" ? ' stroke-linecap="butt" stroke-dasharray="5 6"' : dashOf(routed);
  const { x, y } = routed.curve.to;
  return [
    { path: curvePath(routed.curve), look: look + dash },
    { path: `M${x - 7},${y - 4}L${x},${y}L${x - 7},${y + 4}`, look },
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
