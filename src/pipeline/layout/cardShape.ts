import type { StepEntry } from "../graph/stepTree";
import { oncePerObject } from "../remember";
import type { Slot } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { textWidth } from "./textWidth";

/** What a card needs to know of its ports; `portsOf` gives more. */
export interface CardPorts {
  readonly inputs: readonly { readonly printed: string; readonly label: string; readonly hint: string | null }[];
  readonly outputs: readonly { readonly output: string; readonly label: string; readonly hint?: string | null }[];
  readonly hiddenFields: number;
}

/** A port that leads into one of the step's slots: a Condition's True and False at its right edge, a ForEach's Each inside its box. */
export interface SlotPort {
  readonly id: string;
  readonly slot: string;
  readonly label: string;
}

/**
 * The measures of a step's card, from the step alone. All offsets count from the card's top left corner; inputs stand at x = 0, outputs
 * at the card's right edge. A ForEach's card is the head of its box: the box grows below it (`scene.ts`).
 */
export interface CardShape {
  readonly width: number;
  readonly height: number;
  /** Top of the line that says what the step does; null where its ports say it all. */
  readonly sentenceTop: number | null;
  /** Top of the first row of ports; null without ports. */
  readonly rowsTop: number | null;
  /** Top of the "+ N fields" row; null where no field is hidden. */
  readonly moreTop: number | null;
  /** The middle of each port, by its id: the printed path of a field, an output, a slot's id. */
  readonly inputs: ReadonlyMap<string, number>;
  readonly outputs: ReadonlyMap<string, number>;
  readonly slots: readonly SlotPort[];
  /** True where the steps of its slot lie in a box around them. */
  readonly box: boolean;
  /** Top of the row that counts the steps of a folded loop; null where nothing is folded. */
  readonly foldTop: number | null;
}

export const card = {
  narrowest: 190,
  widest: 290,
  head: 50,
  /** The middle of the head, where the order handles stand. */
  handle: 25,
  sentence: 36,
  row: 25,
  /** Above the first and below the last row. */
  rowPadding: 6,
  more: 24,
  fold: 34,
} as const;

/** The id of the port of a slot, and of a ForEach's current item. */
export function slotPortId(slot: string): string {
  return `slot:${slot}`;
}
export const itemPortId = "item";

/** The icon of a card's head with the gaps around it; the room that is kept for a run's status, with the gap before and behind it. */
const iconAndGaps = 12 + 26 + 10;
const statusRoom = 8 + 78 + 12;
/** What `: False` behind a Condition's status takes beside. */
const outcomeRoom = 34;

/** The room for the name in a card's head, beside a run's status, a number of problems or nothing. */
export function nameRoom(width: number, aside: "outcome" | "status" | "count" | "nothing"): number {
  const taken = { outcome: statusRoom + outcomeRoom, status: statusRoom, count: 42, nothing: 14 };
  return width - iconAndGaps - taken[aside];
}
const portAside = 16;
const betweenSides = 22;

/** Computes a card from the step and its ports. */
export function cardShape(entry: StepEntry, ports: CardPorts): CardShape {
  const type = stepTypeOf(entry.type);
  const box = type.slots.some(({ edge }) => edge === "each");
  const sentence = box ? null : (type.sentence?.(entry.step) ?? null);
  const slots = type.slots.map(slotPort);
  const right: readonly RightPort[] = [
    ...ports.outputs.map(({ output, label, hint = null }) => ({ id: output, label, hint })),
    ...(box ? [] : slots.map(({ id, label }) => ({ id, label, hint: null }))),
  ];
  const rows = Math.max(ports.inputs.length, right.length);
  let top: number = card.head;
  const sentenceTop = sentence === null ? null : top;
  if (sentence !== null) top += card.sentence;
  const rowsTop = rows === 0 ? null : top;
  const middle = (index: number) => top + card.rowPadding + card.row * (index + 0.5);
  const inputs = new Map(ports.inputs.map(({ printed }, index) => [printed, middle(index)]));
  const outputs = new Map(right.map(({ id }, index) => [id, middle(index)]));
  if (rows > 0) top += rows * card.row + 2 * card.rowPadding;
  const moreTop = ports.hiddenFields > 0 ? top : null;
  if (moreTop !== null) top += card.more;
  return {
    width: widthOf(entry, type.label, ports, right, sentence),
    height: top,
    sentenceTop,
    rowsTop,
    moreTop,
    inputs,
    outputs,
    slots,
    box,
    foldTop: null,
  };
}

/** The card of a loop that is folded: what stands on it, and a row that counts the steps in it. Its slot takes nothing before it is unfolded. */
export const foldedShape = oncePerObject((shape: CardShape): CardShape => {
  return { ...shape, height: shape.height + card.fold, slots: [], box: false, foldTop: shape.height };
});

interface PortName {
  readonly label: string;
  readonly hint: string | null;
}

interface RightPort extends PortName {
  readonly id: string;
}

/** The hint that stands behind a port's name, null where the name says it already (`Values[1]`). */
export function shownHint({ label, hint }: PortName): string | null {
  return hint === null || hint === "" || label.endsWith(hint) ? null : hint;
}

/** The width of a port's name with what tells it apart. */
export function portNameWidth(name: PortName): number {
  const hint = shownHint(name);
  return textWidth(name.label, 12) + (hint === null ? 0 : 6 + textWidth(hint, 11));
}

function slotPort({ key, label }: Slot): SlotPort {
  return { id: slotPortId(key), slot: key, label };
}

function widthOf(
  entry: StepEntry,
  typeLabel: string,
  { inputs, outputs }: CardPorts,
  right: readonly RightPort[],
  sentence: string | null,
): number {
  const aside = statusRoom + (stepTypeOf(entry.type).slots.some(({ edge }) => edge === "branch") ? outcomeRoom : 0);
  const head = iconAndGaps + Math.max(textWidth(entry.name, 14, true), textWidth(typeLabel, 11)) + aside;
  let widest = sentence === null ? head : Math.max(head, textWidth(sentence, 11.5) + 44);
  const rows = Math.max(inputs.length, outputs.length, right.length);
  for (let index = 0; index < rows; index++) {
    const input = inputs[index];
    const output = right[index];
    const left = input === undefined ? 0 : portAside + textWidth(input.label, 12) + 6 + textWidth(input.hint ?? "", 11);
    const other = output === undefined ? 0 : portAside + textWidth(output.label, 12);
    widest = Math.max(widest, left + other + (left > 0 && other > 0 ? betweenSides : 12));
  }
  return Math.min(card.widest, Math.max(card.narrowest, widest));
}
