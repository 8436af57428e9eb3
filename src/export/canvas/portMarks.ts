import type { InputPort, OutputPort, StepPorts } from "../../pipeline/card/ports";
import { card as measures } from "../../pipeline/layout/cardShape";
import { labelRoom, shortened } from "../../pipeline/layout/portText";
import { innerPorts, innerPortX, innerPortY, type SceneCard } from "../../pipeline/layout/scene";
import { baseLine } from "../../pipeline/layout/textWidth";
import { stepTypeOf } from "../../pipeline/steps";
import type { Colours } from "./colours";
import { words } from "./marks";

const nameMargin = 15;

/** The ports of a card and their names (`ui/canvas/painting/drawPorts.ts`): filled where a wire uses them. */
export function portMarks(card: SceneCard, ports: StepPorts, colours: Colours): readonly string[] {
  const { x, y, width, shape } = card;
  const name = (port: InputPort | OutputPort, at: number, side: "in" | "out") => {
    const { label, hint } = shortened(port, labelRoom(card, at, side, ports));
    const left = side === "in" ? x + nameMargin : x + width - nameMargin;
    const look = { size: 12, colour: colours.text, anchor: side === "in" ? "start" : "end" } as const;
    return words(left, baseLine(y + at - 11.5, 25, 12), label, look, { text: hint, colour: colours.secondary });
  };
  const used = (inUse: boolean) => (inUse ? colours.accent : colours.free);
  const dot = (atX: number, at: number, colour: string, filled: boolean) =>
    `<circle cx="${atX}" cy="${y + at}" r="5" fill="${filled ? colour : colours.card}" stroke="${colour}" stroke-width="2"/>`;
  const row = (id: string, offsets: ReadonlyMap<string, number>, draw: (at: number) => readonly string[]) => {
    const at = offsets.get(id);
    return at === undefined ? [] : draw(at);
  };
  return [
    ...ports.inputs.flatMap((port) =>
      row(port.printed, shape.inputs, (at) => [dot(x, at, used(port.inUse), port.inUse), name(port, at, "in")]),
    ),
    ...ports.outputs.flatMap((port) =>
      row(port.output, shape.outputs, (at) => [
        dot(x + width, at, used(port.inUse), port.inUse),
        name(port, at, "out"),
      ]),
    ),
    ...(shape.box ? [] : shape.slots).flatMap(({ id, label }, index) =>
      row(id, shape.outputs, (at) => [
        dot(x + width, at, index === 0 ? colours.true : colours.false, true),
        words(x + width - nameMargin, baseLine(y + at - 11.5, 25, 12), label, {
          size: 12,
          colour: colours.text,
          anchor: "end",
        }),
      ]),
    ),
    ...innerPorts(shape).flatMap(({ id, label }, index) => {
      const at = innerPortY(shape, index);
      const inUse = ports.itemInUse || shape.slots.some((slot) => slot.id === id);
      const look = { size: 11, colour: colours.secondary };
      return [
        dot(x + innerPortX, at, used(inUse), inUse),
        words(x + innerPortX + 14, baseLine(y + at - 11.5, 25, 11), label, look),
      ];
    }),
    diamond(x, y, colours),
    ...(stepTypeOf(card.type).endsExecution === true ? [] : [diamond(x + width, y, colours)]),
  ];
}

/** Where order begins and ends. */
function diamond(x: number, top: number, colours: Colours): string {
  const y = top + measures.handle;
  return `<path d="M${x - 5.2},${y}L${x},${y - 5.2}L${x + 5.2},${y}L${x},${y + 5.2}Z" fill="${colours.card}" stroke="${colours.free}" stroke-width="1.4"/>`;
}
