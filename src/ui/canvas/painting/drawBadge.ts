/** How a step stands, at the right of its head: its run's status, or how many problems it has (`StatusBadge.tsx`). */
import type { StepRun } from "../../../editor/session/editorState";
import type { ShownProblem } from "../../../editor/session/toDo";
import { baseLine } from "../../../pipeline/layout/textWidth";
import { simulatedWords } from "../../kit/simulatedWords";
import { runFacts, statusInWords, toldOf } from "../cards/aside";
import type { StepFace } from "../cards/faces";
import { type Brush, onScreen, pathOf, setFont } from "./brush";

const headMiddle = 25.5;

export function drawBadge(
  brush: Brush,
  { width }: StepFace,
  run: StepRun | undefined,
  problems: readonly ShownProblem[],
): void {
  const { context, ink } = brush;
  if (run === undefined || run.simulated === true) drawCount(brush, width - 13, headMiddle, 9, problems);
  if (run === undefined) return;
  const words = run.simulated === true ? simulatedWords(run.status, run.outcome) : statusInWords(run);
  setFont(brush, 12, true);
  const { colour, ground } = coloursOf(brush, run);
  const wide = context.measureText(words).width + 16 + (run.simulated === true ? 2 : 0);
  const right = width - (run.simulated === true ? 15 : 13);
  const top = run.simulated === true ? -10 : headMiddle - 10;
  context.beginPath();
  context.roundRect(right - wide, top, wide, 20, 10);
  if (run.simulated === true) {
    context.fillStyle = ink.ground;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.setLineDash([3, 2]);
    context.stroke();
    context.setLineDash([]);
  } else {
    context.fillStyle = ground;
    context.fill();
  }
  context.fillStyle = colour;
  context.fillText(words, right - wide + 8, baseLine(top, 20, 12));
  const facts = runFacts(run, null);
  if (facts !== null) drawFacts(brush, width - 15, facts);
}

/** On the card's upper edge. */
function drawFacts(brush: Brush, right: number, facts: string): void {
  const { context, ink } = brush;
  setFont(brush, 11, false);
  const wide = context.measureText(facts).width + 16;
  context.beginPath();
  context.roundRect(right - wide, -8, wide, 18, 9);
  context.fillStyle = ink.ground;
  context.fill();
  context.strokeStyle = ink.labelBorder;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = ink.secondary;
  context.fillText(facts, right - wide + 8, baseLine(-8, 18, 11));
}

function coloursOf({ ink }: Brush, { status }: StepRun): { readonly colour: string; readonly ground: string } {
  switch (status) {
    case "Succeeded":
      return { colour: ink.success, ground: ink.successQuiet };
    case "Failed":
      return { colour: ink.error, ground: ink.errorQuiet };
    case "Executing":
    case "Starting":
      return { colour: ink.accent, ground: ink.accentQuiet };
    default:
      return { colour: ink.secondary, ground: ink.quiet };
  }
}

/** The number of problems in a circle; how wide it is. */
export function drawCount(
  brush: Brush,
  right: number,
  middle: number,
  radius: number,
  problems: readonly ShownProblem[],
): number {
  const { context, ink, words } = brush;
  const found = toldOf(problems);
  if (found === null) return 0;
  const isError = found.tone === "error";
  const colour = found.tone === "to-do" ? ink.secondary : ink.warning;
  const text = String(found.told.length);
  setFont(brush, (radius * 11) / 9, true);
  const wide = Math.max(2 * radius, context.measureText(text).width + radius * 1.1);
  context.beginPath();
  context.roundRect(right - wide, middle - radius, wide, 2 * radius, radius);
  context.fillStyle = isError ? ink.error : ink.card;
  context.fill();
  if (!isError) {
    context.strokeStyle = colour;
    context.lineWidth = radius / 6;
    if (found.tone === "to-do") context.setLineDash([radius / 3, radius / 4]);
    context.stroke();
    context.setLineDash([]);
  }
  if (!words) return wide;
  context.fillStyle = isError ? ink.card : colour;
  context.textAlign = "center";
  context.fillText(text, right - wide / 2, baseLine(middle - radius, 2 * radius, (radius * 11) / 9));
  context.textAlign = "left";
  return wide;
}

/** From afar, on the card's corner: a sign of a run's state, the number of problems as far as no run hides it. How much room they take. */
export function drawSign(
  brush: Brush,
  width: number,
  run: StepRun | undefined,
  problems: readonly ShownProblem[] = [],
): number {
  const radius = Math.min(Math.max(9, onScreen(brush, 5)), 24);
  const middle = Math.max(radius * 0.5, radius + 8 - onScreen(brush, 2));
  const taken = drawSigns(brush, width + Math.min(radius * 0.4, onScreen(brush, 2)) - 8, middle, radius, run, problems);
  return taken === 0 ? onScreen(brush, 1.5) : taken * 0.7;
}

/** The sign of a run's state, and left of it the number of problems as far as no run hides it; how wide they are. */
export function drawSigns(
  brush: Brush,
  right: number,
  middle: number,
  radius: number,
  run: StepRun | undefined,
  problems: readonly ShownProblem[],
): number {
  const state = run === undefined ? 0 : 2 * radius + 3;
  if (run !== undefined) drawState(brush, right - radius, middle, radius, run);
  if (run !== undefined && run.simulated !== true) return state;
  return state + drawCount(brush, right - state, middle, radius, problems);
}

/** A sign in a circle: colour is never all that tells states apart. */
function drawState(brush: Brush, x: number, middle: number, radius: number, run: StepRun): void {
  const { context, ink } = brush;
  const { colour } = coloursOf(brush, run);
  context.lineWidth = radius / 5;
  context.strokeStyle = colour;
  context.fillStyle = run.simulated === true ? ink.card : colour;
  if (run.simulated === true) context.setLineDash([radius / 2, radius / 3]);
  context.beginPath();
  context.arc(x, middle, radius * 0.9, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.setLineDash([]);
  context.strokeStyle = run.simulated === true ? colour : ink.card;
  context.save();
  context.translate(x, middle);
  context.scale(radius, radius);
  context.lineWidth = 0.2;
  context.lineCap = "round";
  context.stroke(pathOf(signOf(run)));
  context.restore();
}

/** A path around its middle, in radii: a tick, a cross, a ring that is being filled, a dash. */
function signOf({ status }: StepRun): string {
  switch (status) {
    case "Succeeded":
      return "M-0.4,0.05L-0.1,0.35L0.42,-0.3";
    case "Failed":
      return "M-0.33,-0.33L0.33,0.33M0.33,-0.33L-0.33,0.33";
    case "Executing":
    case "Starting":
      return "M0,-0.4A0.4,0.4 0 1 1 -0.4,0";
    default:
      return "M-0.35,0H0.35";
  }
}
