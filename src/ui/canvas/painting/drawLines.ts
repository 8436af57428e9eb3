import { toneOf } from "../../../pipeline/card/lines";
import { traceCurve, widestCorner } from "../../../pipeline/layout/curve";
import { label, labelWidth } from "../../../pipeline/layout/labels";
import type { RoutedLine } from "../../../pipeline/layout/route";
import { joinsCycle } from "../edges/lineLook";
import { type Brush, onScreen } from "./brush";
import { markColour, markOfLine } from "./drawChange";
import type { Picture } from "./picture";

/** Lines alike are stroked together, so many at a time: a longer path takes the browser disproportionately long. */
const mostTogether = 64;
const crowd = 2_000;
const arrowsFrom = 0.25;

/** How a line is stroked. */
interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Wires by what they carry, as `LineView.css` has them; what is looked at lies above the others. */
export function drawLines(brush: Brush, picture: Picture, lines: readonly RoutedLine[]): void {
  const alike = new Map<string, { readonly stroke: Stroke; readonly lines: RoutedLine[] }>();
  for (const line of lines) {
    const stroke = strokeOf(brush, picture, line);
    if (stroke === null) continue;
    const name = `${stroke.colour} ${stroke.width} ${stroke.dash}`;
    const group = alike.get(name);
    if (group === undefined) alike.set(name, { stroke, lines: [line] });
    else group.lines.push(line);
  }
  const groups = [...alike.values()].sort((left, right) => left.stroke.width - right.stroke.width);
  for (const { stroke, lines: group } of groups) drawAlike(brush, stroke, group);
}

function strokeOf(brush: Brush, picture: Picture, routed: RoutedLine): Stroke | null {
  const { highlighted, lit, cycle, flows, comparison } = picture;
  const { ink, zoom } = brush;
  const { id, line, implied } = routed;
  const width = Math.max(1.6, onScreen(brush, 0.8));
  const isHighlighted = highlighted.has(id);
  if (implied && !isHighlighted) return null;
  if (cycle !== null && joinsCycle(cycle, line)) {
    return { colour: ink.error, width: 2 * width, dash: dashOf(routed, zoom) };
  }
  if (isHighlighted) return { colour: ink.edgeSelected, width: 1.5 * width, dash: dashOf(routed, zoom) };
  const mark = markOfLine(picture, routed);
  if (mark !== null) {
    const dash = mark === "removed" ? [3 * width, 4 * width] : dashOf(routed, zoom);
    return { colour: markColour(ink, mark), width: 1.7 * width, dash };
  }
  // What both have steps back behind what differs.
  if (comparison !== null) return { colour: ink.edgeStill, width, dash: dashOf(routed, zoom) };
  const flow = flows?.get(id);
  if (flow !== undefined && !flow.flows) return { colour: ink.edgeStill, width, dash: [2, 5] };
  const tone = toneOf(line);
  const isLit = lit.has(id);
  const colour =
    tone === "plain" ? (isLit ? ink.edgeSelected : ink.edge) : tone === "true" ? ink.edgeTrue : ink.edgeFalse;
  const isTaken = flow?.flows === true && line.reason.kind === "branch";
  return { colour, width: isTaken ? 1.9 * width : isLit ? 1.3 * width : width, dash: dashOf(routed, zoom) };
}

/** From far away dashes are as long as they are seen, not as they are. */
function dashOf({ line: { reason } }: RoutedLine, zoom: number): readonly number[] {
  const scale = Math.max(1, 0.4 / zoom);
  if (zoom < 0.1) return [];
  if (reason.kind === "order") return [6 * scale, 5 * scale];
  return reason.kind === "each" ? [2 * scale, 4 * scale] : [];
}

function drawAlike({ context, zoom }: Brush, { colour, width, dash }: Stroke, lines: readonly RoutedLine[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  // So many lines so far away would hide the steps.
  context.globalAlpha = zoom < 0.1 && lines.length > crowd ? 0.4 : 1;
  // A corner of less than a pixel looks the same where it is sharp.
  const corner = widestCorner * zoom < 1 ? 0 : widestCorner;
  for (let start = 0; start < lines.length; start += mostTogether) {
    context.beginPath();
    for (const { curve } of lines.slice(start, start + mostTogether)) traceCurve(curve, context, corner);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  if (zoom < arrowsFrom) return;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  for (const { curve } of lines) {
    const { x, y } = curve.to;
    context.moveTo(x - 7, y - 4);
    context.lineTo(x, y);
    context.lineTo(x - 7, y + 4);
  }
  context.stroke();
  context.lineCap = "butt";
  context.lineJoin = "miter";
}

/** The words on the wires, where there is room for them. */
export function drawLabels(brush: Brush, { labels, flows, highlighted }: Picture, lines: readonly RoutedLine[]): void {
  const { context, ink, words } = brush;
  if (!words || labels.size === 0) return;
  context.font = `600 ${label.size}px ${ink.family}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 1;
  for (const { id, line } of lines) {
    const at = labels.get(id);
    if (at === undefined) continue;
    const text = flows?.get(id)?.label ?? line.label;
    const width = labelWidth(text);
    const isFailed = toneOf(line) === "failed";
    const colour = highlighted.has(id) ? ink.edgeSelected : isFailed ? ink.edgeFalse : null;
    context.beginPath();
    context.roundRect(at.x - width / 2, at.y - label.height / 2, width, label.height, label.height / 2);
    context.fillStyle = ink.card;
    context.fill();
    context.strokeStyle = colour ?? ink.labelBorder;
    context.stroke();
    context.fillStyle = colour ?? ink.secondary;
    context.fillText(text, at.x, at.y);
  }
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
}
