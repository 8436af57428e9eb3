import type { InputPort, OutputPort, StepPorts } from "../card/ports";
import { type CardShape, portNameWidth, shownHint } from "./cardShape";
import { fitText, textWidth } from "./textWidth";

/** A port's name, and what tells it apart ("" for nothing), as far as there is room. */
export function shortened(
  name: InputPort | OutputPort,
  room: number,
): { readonly label: string; readonly hint: string } {
  const label = fitText(name.label, room, 12);
  const hint = shownHint(name);
  const left = room - textWidth(label, 12) - 6;
  return { label, hint: hint === null || left < 16 ? "" : fitText(hint, left, 11) };
}

/** A card that may be wider than its shape: the head of a loop's box. */
interface Shaped {
  readonly shape: CardShape;
  readonly width: number;
}

/** Left of a row an input, right an output: each has the room that the other leaves, and half where both are long. */
export function labelRoom({ shape, width }: Shaped, y: number, side: "in" | "out", ports: StepPorts): number {
  const room = width - 28;
  const index = [...(side === "in" ? shape.outputs : shape.inputs).values()].indexOf(y);
  if (index < 0) return room;
  const other = side === "in" ? ports.outputs[index] : ports.inputs[index];
  const taken = other === undefined ? 40 : portNameWidth(other);
  return Math.max(room / 2 - 6, room - taken - 12);
}
