/** The ports of a card and their names, each at the place that its shape says (`PortRows.tsx`). */
import type { StepRun } from "../../../editor/session/editorState";
import type { ShownProblem } from "../../../editor/session/toDo";
import type { InputPort, OutputPort, StepPorts } from "../../../pipeline/card/ports";
import { card } from "../../../pipeline/layout/cardShape";
import { labelRoom, shortened } from "../../../pipeline/layout/portText";
import { innerPorts, innerPortX, innerPortY } from "../../../pipeline/layout/scene";
import { baseLine } from "../../../pipeline/layout/textWidth";
import { stepTypeOf } from "../../../pipeline/steps";
import type { StepFace } from "../cards/faces";
import { fieldTone } from "../cards/fieldTone";
import { type Brush, setFont } from "./brush";

const nameMargin = 15;

export function drawPorts(
  brush: Brush,
  face: StepFace,
  ports: StepPorts,
  problems: readonly ShownProblem[],
  run: StepRun | undefined,
): void {
  const { context, ink, words } = brush;
  const { shape, width } = face;
  if (words) {
    for (const input of ports.inputs) drawName(brush, face, ports, input, "in", shape.inputs.get(input.printed) ?? 0);
    for (const output of ports.outputs)
      drawName(brush, face, ports, output, "out", shape.outputs.get(output.output) ?? 0);
    drawSlotNames(brush, face);
  }
  if (run?.status === "NotRun") context.globalAlpha = 0.4;
  for (const { printed, inUse } of ports.inputs) {
    const tone = fieldTone(problems, printed);
    const colour = tone === "error" ? ink.error : tone === "warning" ? ink.warning : inUse ? ink.accent : ink.portFree;
    drawDot(brush, 1, (shape.inputs.get(printed) ?? 0) + 1, colour, inUse);
  }
  for (const { output, inUse } of ports.outputs) {
    drawDot(brush, width + 1, (shape.outputs.get(output) ?? 0) + 1, inUse ? ink.accent : ink.portFree, inUse);
  }
  if (shape.box) {
    for (const [index, { id }] of innerPorts(shape).entries()) {
      const inUse = ports.itemInUse || shape.slots.some((slot) => slot.id === id);
      drawDot(brush, innerPortX + 1, innerPortY(shape, index) + 1, inUse ? ink.accent : ink.portFree, inUse);
    }
  } else {
    for (const [index, { id }] of shape.slots.entries()) {
      const colour = index === 0 ? ink.edgeTrue : ink.edgeFalse;
      drawDot(brush, width + 1, (shape.outputs.get(id) ?? 0) + 1, colour, true);
    }
  }
  drawDiamond(brush, 1);
  if (stepTypeOf(face.type).endsExecution !== true) drawDiamond(brush, width + 1);
  context.globalAlpha = 1;
}

function drawDot({ context, ink }: Brush, x: number, y: number, colour: string, filled: boolean): void {
  context.beginPath();
  context.arc(x, y, 5, 0, 2 * Math.PI);
  context.fillStyle = filled ? colour : ink.card;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
}

/** Where order begins and ends. */
function drawDiamond({ context, ink }: Brush, x: number): void {
  const y = card.handle + 1;
  context.beginPath();
  context.moveTo(x - 5.2, y);
  context.lineTo(x, y - 5.2);
  context.lineTo(x + 5.2, y);
  context.lineTo(x, y + 5.2);
  context.closePath();
  context.fillStyle = ink.card;
  context.fill();
  context.strokeStyle = ink.portFree;
  context.lineWidth = 1.4;
  context.stroke();
}

function drawName(
  brush: Brush,
  face: StepFace,
  ports: StepPorts,
  name: InputPort | OutputPort,
  side: "in" | "out",
  y: number,
): void {
  const { context, ink } = brush;
  const { label, hint } = shortened(name, labelRoom(face, y, side, ports));
  const base = baseLine(y - 11.5, 25, 12);
  setFont(brush, 12);
  const wide = context.measureText(label).width;
  const hintWide = hint === "" ? 0 : hintWidth(brush, hint);
  const left = side === "in" ? nameMargin : face.width - nameMargin - wide - hintWide;
  setFont(brush, 12);
  context.fillStyle = ink.text;
  context.fillText(label, left, base);
  if (hint === "") return;
  setFont(brush, 11);
  context.fillStyle = ink.secondary;
  context.fillText(` ${hint}`, left + wide, base);
}

function hintWidth(brush: Brush, hint: string): number {
  setFont(brush, 11);
  return brush.context.measureText(` ${hint}`).width;
}

/** A Condition's True and False; Each and item inside a loop's box. */
function drawSlotNames(brush: Brush, { shape, width }: StepFace): void {
  const { context, ink } = brush;
  if (shape.box) {
    setFont(brush, 11);
    context.fillStyle = ink.secondary;
    for (const [index, { label }] of innerPorts(shape).entries()) {
      context.fillText(label, innerPortX + 15, baseLine(innerPortY(shape, index) - 11.5, 25, 11));
    }
    return;
  }
  setFont(brush, 12);
  context.fillStyle = ink.text;
  context.textAlign = "right";
  for (const { id, label } of shape.slots) {
    context.fillText(label, width - nameMargin, baseLine((shape.outputs.get(id) ?? 0) - 11.5, 25, 12));
  }
  context.textAlign = "left";
}
