import type { Folded, Position } from "../definition/document";
import type { SlotOf } from "../graph/slotOf";
import type { StepEntry } from "../graph/stepTree";
import { oncePerObject } from "../remember";
import { stepTypeOf } from "../steps";
import { type CardShape, card, foldedShape, itemPortId } from "./cardShape";
import { boundsOf, contains, grown, type Rect } from "./rect";

/** A step on the canvas: its card, or the box of a ForEach with the steps of its body inside. What the step says is not part of it. */
export interface SceneCard extends Rect {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
  readonly slot: string | null;
  readonly depth: number;
  readonly shape: CardShape;
}

/** The area around the steps of one branch of a Condition. Computed from them, never stored. */
export interface Lane extends Rect {
  readonly id: string;
  readonly container: string;
  readonly slot: string;
  readonly label: string;
  /** The first slot is the branch that holds (True), the second the other. */
  readonly index: number;
  /** Of a folded branch, how many steps it holds: it is a small frame then. Null of one that is open. */
  readonly folded: number | null;
}

/** A step in a folded branch or loop: where it stands once that is unfolded, and what stands for it until then. */
export interface Hidden {
  readonly card: SceneCard;
  readonly frame: SceneCard | Lane;
}

/** Where everything stands. The same card object again means that nothing of the step changed. */
export interface Scene {
  readonly cards: ReadonlyMap<string, SceneCard>;
  readonly lanes: ReadonlyMap<string, Lane>;
  /** The steps that are folded away. */
  readonly hidden: ReadonlyMap<string, Hidden>;
  /** Around all cards and lanes; null on a blank canvas. */
  readonly bounds: Rect | null;
}

/** Room between the border of a box or lane and the steps in it. The left of a box has the ports Each and item. */
export const inside = {
  lane: { left: 22, top: 24, right: 22, bottom: 20 },
  box: { left: 92, top: 22, right: 28, bottom: 26 },
  /** The body of a ForEach that has no steps yet. */
  emptyBody: { width: 290, height: 88 },
  foldedLane: { width: 168, height: 48 },
} as const;

const nothingLifted: ReadonlyMap<string, Rect> = new Map();

export const emptyScene: Scene = { cards: new Map(), lanes: new Map(), hidden: new Map(), bounds: null };
const nothingFolded: Folded = new Map();

/**
 * Computes the scene: cards at their places, the boxes of ForEach steps and the lanes of branches around their children.
 * `placeOf` must know every step; what a container's place says counts only while its box is empty.
 * Of `folded` slots a frame stands for the steps, where their area begins; nothing else moves.
 * Cards and lanes that did not change are those of `before`, and where none did, so is the scene. A step of `lifted` is being dragged: what is around it stays as wide as if
 * it still filled that rectangle, so that it can be dragged out.
 */
export function buildScene(
  steps: readonly StepEntry[],
  positionOf: (key: string) => Position,
  shapeOf: (entry: StepEntry) => CardShape,
  before: Scene = emptyScene,
  lifted: ReadonlyMap<string, Rect> = nothingLifted,
  folded: Folded = nothingFolded,
): Scene {
  const children = childrenBySlot(steps);
  const frameOf = foldedFrames(steps, folded);
  const made = new Map<string, SceneCard>();
  const extents = new Map<string, Rect>();
  const lanes = new Map<string, Lane>();
  // Children come after their container, so from the end each container finds its children done.
  for (let index = steps.length - 1; index >= 0; index--) {
    const entry = steps[index];
    if (entry === undefined) continue;
    const { key, name, type, parent, slot, depth } = entry;
    const open = shapeOf(entry);
    const box = open.box ? enclosingBox(children.get(key), extents, positionOf(key), open) : null;
    const isFolded = box !== null && folded.has(key) && children.has(key);
    const shape = isFolded ? foldedShape(open) : open;
    const { x, y } = box ?? positionOf(key);
    const own = box === null || isFolded ? { x, y, width: shape.width, height: shape.height } : box;
    made.set(key, kept(placed(before, key), { key, name, type, parent, slot, depth, shape, ...own }));
    const itsLanes = box !== null ? [] : lanesOf(entry, children.get(key), extents, folded.get(key));
    if (!frameOf.has(key)) for (const lane of itsLanes) lanes.set(lane.id, keptLane(before.lanes.get(lane.id), lane));
    const filled = lifted.get(entry.key);
    extents.set(entry.key, filled ?? (itsLanes.length === 0 ? own : (boundsOf([own, ...itsLanes]) ?? own)));
  }
  const cards = new Map<string, SceneCard>();
  const hidden = new Map<string, Hidden>();
  for (const { key } of steps) {
    const found = made.get(key);
    if (found === undefined) continue;
    const away = frameOf.get(key);
    const frame = away && (lanes.get(laneId(away)) ?? cards.get(away.container));
    if (frame === undefined) cards.set(key, found);
    else hidden.set(key, keptHidden(before.hidden.get(key), { card: found, frame }));
    if (frame !== undefined) extents.delete(key);
  }
  const scene = { cards, lanes, hidden, bounds: boundsOf(extents.values()) };
  return isSameScene(before, scene) ? before : scene;
}

/** What of a step is known, seen or folded away. */
export function placed({ cards, hidden }: Pick<Scene, "cards" | "hidden">, key: string): SceneCard | undefined {
  return cards.get(key) ?? hidden.get(key)?.card;
}

/** The steps that a frame stands for, all that lie in them too. */
export const heldBy = (hidden: Scene["hidden"], frame: SceneCard | Lane): readonly string[] =>
  byFrame(hidden).get(frame) ?? [];

const byFrame = oncePerObject((hidden: Scene["hidden"]) => {
  const held = new Map<SceneCard | Lane, string[]>();
  for (const [key, { frame }] of hidden) held.set(frame, [...(held.get(frame) ?? []), key]);
  return held;
});

/** The outermost folded slot around each step that lies in one. */
function foldedFrames(steps: readonly StepEntry[], folded: Folded): ReadonlyMap<string, SlotOf> {
  const frames = new Map<string, SlotOf>();
  if (folded.size === 0) return frames;
  // A container stands before what it holds.
  for (const { key, parent, slot } of steps) {
    if (parent === null || slot === null) continue;
    const around = frames.get(parent) ?? (folded.get(parent)?.includes(slot) ? { container: parent, slot } : undefined);
    if (around !== undefined) frames.set(key, around);
  }
  return frames;
}

function laneId({ container, slot }: SlotOf): string {
  return `${container}/${slot}`;
}

function keptHidden(before: Hidden | undefined, now: Hidden): Hidden {
  return before !== undefined && before.card === now.card && before.frame === now.frame ? before : now;
}

function isSameScene(before: Scene, { cards, lanes, hidden, bounds }: Scene): boolean {
  const sameBounds =
    before.bounds === null || bounds === null ? before.bounds === bounds : sameRect(before.bounds, bounds);
  const sameFolds = sameEntries(before.hidden, hidden);
  return sameBounds && sameFolds && sameEntries(before.cards, cards) && sameEntries(before.lanes, lanes);
}

/** The same values by the same keys, in the same order. */
function sameEntries<V>(before: ReadonlyMap<string, V>, now: ReadonlyMap<string, V>): boolean {
  if (before.size !== now.size) return false;
  const others = before.values();
  for (const value of now.values()) if (others.next().value !== value) return false;
  return true;
}

type Children = ReadonlyMap<string, readonly string[]>;

/** The keys of the steps in each slot of each container. */
export const childrenBySlot = oncePerObject((steps: readonly StepEntry[]): ReadonlyMap<string, Children> => {
  const map = new Map<string, Map<string, string[]>>();
  for (const { key, parent, slot } of steps) {
    if (parent === null || slot === null) continue;
    const slots = map.get(parent) ?? new Map<string, string[]>();
    map.set(parent, slots);
    slots.set(slot, [...(slots.get(slot) ?? []), key]);
  }
  return map;
});

function boundsOfKeys(keys: readonly string[], extents: ReadonlyMap<string, Rect>): Rect | null {
  return boundsOf(keys.flatMap((key) => extents.get(key) ?? []));
}

function enclosingBox(
  slots: Children | undefined,
  extents: ReadonlyMap<string, Rect>,
  position: Position,
  shape: CardShape,
): Rect {
  const body = boundsOfKeys([...(slots?.values() ?? [])].flat(), extents);
  if (body === null) {
    const width = Math.max(shape.width, inside.emptyBody.width);
    return { ...position, width, height: shape.height + inside.emptyBody.height };
  }
  const { left, top, right, bottom } = inside.box;
  return {
    x: body.x - left,
    y: body.y - top - shape.height,
    width: Math.max(shape.width, body.width + left + right),
    height: shape.height + top + body.height + bottom,
  };
}

function lanesOf(
  entry: StepEntry,
  slots: Children | undefined,
  extents: ReadonlyMap<string, Rect>,
  folded: readonly string[] = [],
): Lane[] {
  if (slots === undefined) return [];
  return stepTypeOf(entry.type).slots.flatMap(({ key: slot, label }, index) => {
    const bounds = boundsOfKeys(slots.get(slot) ?? [], extents);
    if (bounds === null) return [];
    const { left, top, right, bottom } = inside.lane;
    const x = bounds.x - left;
    const y = bounds.y - top;
    const isFolded = folded.includes(slot);
    const open = { width: bounds.width + left + right, height: bounds.height + top + bottom };
    const lane = { container: entry.key, slot, label, index, folded: isFolded ? (slots.get(slot)?.length ?? 0) : null };
    return [{ id: laneId(lane), ...lane, x, y, ...(isFolded ? inside.foldedLane : open) }];
  });
}

/** What of a step nothing else may lie on: its card, of a box the head with the ports. */
export function solidPart(card: SceneCard): Rect {
  return card.shape.box ? { x: card.x, y: card.y, width: card.width, height: card.shape.height } : card;
}

/** About where a lane says what it is, on its upper border. */
export function laneTitle({ x, y }: Lane): Rect {
  return { x: x + 8, y: y - 9, width: 46, height: 18 };
}

/** The room that a step takes with the lanes of its branches. */
export function roomOf({ cards, lanes }: Scene, key: string): Rect | null {
  const card = cards.get(key);
  if (card === undefined) return null;
  return boundsOf([card, ...[...lanes.values()].filter(({ container }) => container === key)]);
}

function sameRect(left: Rect, right: Rect): boolean {
  return left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height;
}

function kept(before: SceneCard | undefined, now: SceneCard): SceneCard {
  if (before === undefined || before.shape !== now.shape) return now;
  const isPlaced = before.parent === now.parent && before.slot === now.slot && before.depth === now.depth;
  const same = isPlaced && before.key === now.key && before.name === now.name;
  return same && before.type === now.type && sameRect(before, now) ? before : now;
}

function keptLane(before: Lane | undefined, now: Lane): Lane {
  const same = before !== undefined && before.label === now.label && before.folded === now.folded;
  return same && sameRect(before, now) ? before : now;
}

/** The points of the canvas where wires meet a step. */
export function inputSpot(of: SceneCard, printed: string): Position | null {
  const y = of.shape.inputs.get(printed);
  return y === undefined ? null : { x: of.x, y: of.y + y };
}

export function outputSpot(of: SceneCard, id: string): Position | null {
  const y = of.shape.outputs.get(id);
  if (y !== undefined) return { x: of.x + of.width, y: of.y + y };
  const inner = innerPorts(of.shape).findIndex((port) => port.id === id);
  return inner < 0 ? null : { x: of.x + innerPortX, y: of.y + innerPortY(of.shape, inner) };
}

export function beforeSpot(of: SceneCard): Position {
  return { x: of.x, y: of.y + card.handle };
}

export function afterSpot(of: SceneCard): Position {
  return { x: of.x + of.width, y: of.y + card.handle };
}

export const innerPortX = 16;
/** From the middle of such a port to the end of its name. */
export const innerPortRoom = 46;

/** The middle of a port inside a ForEach's box, from the card's top. */
export function innerPortY(shape: CardShape, index: number): number {
  return shape.height + 22 + card.row * index;
}

/** The ports inside a ForEach's box: where its body begins, and the item of the present iteration. */
export function innerPorts(shape: CardShape): readonly { readonly id: string; readonly label: string }[] {
  return shape.box ? [...shape.slots, { id: itemPortId, label: "item" }] : [];
}

/** True when a card's body, borders included, holds a point; the margin makes it easier to hit. */
export function hits(of: Rect, point: Position, margin = 0): boolean {
  return contains(margin === 0 ? of : grown(of, margin), point);
}
