/** Pushes apart what lies on each other after a step moved into a branch or loop, or out of it: a frame that grows needs room. */
import type { Layout, Position } from "../definition/document";
import { boundsOf, grown, overlaps, type Rect } from "./rect";
import { inside, roomOf, type Scene, type SceneCard } from "./scene";

/** What moves as one: a card, a box with all in it, or a lane with all in it. */
interface Block {
  readonly id: string;
  /** The step whose card or lane it is. */
  readonly owner: string;
  readonly keys: readonly string[];
  rect: Rect;
}

/** A frame in which steps lie beside each other: a slot, or (null) the canvas. */
type Frame = { readonly container: string; readonly slot: string } | null;

const air = { least: 12, made: 24 } as const;

/**
 * New places for what has to give way to steps that have just come to where they are in a scene. They themselves stay where they were
 * dropped if they came into a frame (`stay`); else they go aside for what lies there.
 */
export function makeRoom(scene: Scene, moved: readonly string[], stay: boolean): Layout {
  const shifts = new Map<string, Position>();
  const first = scene.cards.get(moved[0] ?? "");
  if (first === undefined) return new Map();
  let blocks = blocksIn(scene, frameOf(first), shifts);
  let anchors = blocks.filter(({ owner }) => moved.includes(owner));
  if (!stay) for (const anchor of anchors) goAside(anchor, blocks, shifts);
  else leaveCondition(scene, frameOf(first), anchors, shifts);
  for (let frame = frameOf(first); ; frame = enclosingFrame(scene, frame)) {
    pushFrom(anchors, blocks, shifts);
    if (frame === null) break;
    const filled = boundsOf(blocks.map(({ rect }) => rect));
    const id = blockOf(scene, frame);
    blocks = blocksIn(scene, enclosingFrame(scene, frame), shifts);
    anchors = blocks.filter((block) => block.id === id);
    for (const anchor of anchors) anchor.rect = filled === null ? anchor.rect : framed(scene, frame, filled);
  }
  return positionsOf(scene, shifts);
}

function positionsOf({ cards }: Scene, shifts: ReadonlyMap<string, Position>): Layout {
  return new Map(
    [...shifts].flatMap(([key, { x, y }]) => {
      const card = cards.get(key);
      return card === undefined || (x === 0 && y === 0) ? [] : [[key, { x: card.x + x, y: card.y + y }] as const];
    }),
  );
}

function frameOf({ parent, slot }: SceneCard): Frame {
  return parent === null || slot === null ? null : { container: parent, slot };
}

/** The frame in which the frame itself lies. */
function enclosingFrame({ cards }: Scene, frame: Frame): Frame {
  const container = frame === null ? undefined : cards.get(frame.container);
  return container === undefined ? null : frameOf(container);
}

/** The block that the frame is in the frame around it: the box itself, or a lane. */
function blockOf({ cards }: Scene, { container, slot }: NonNullable<Frame>): string {
  return cards.get(container)?.shape.box === true ? container : `${container}/${slot}`;
}

/** A box around what fills it, or a lane. */
function framed({ cards }: Scene, { container }: NonNullable<Frame>, { x, y, width, height }: Rect): Rect {
  const shape = cards.get(container)?.shape;
  const { left, top, right, bottom } = shape?.box === true ? inside.box : inside.lane;
  const head = shape?.box === true ? shape.height : 0;
  return {
    x: x - left,
    y: y - top - head,
    width: Math.max(width + left + right, head === 0 ? 0 : (shape?.width ?? 0)),
    height: height + top + bottom + head,
  };
}

function blocksIn(scene: Scene, frame: Frame, shifts: ReadonlyMap<string, Position>): Block[] {
  const { cards, lanes } = scene;
  const blocks: Block[] = [];
  for (const card of cards.values()) {
    const at = frameOf(card);
    if (at?.container !== frame?.container || at?.slot !== frame?.slot) continue;
    const { key, shape } = card;
    const shift = shifts.get(key);
    const keys = shape.box ? [key, ...within(scene, key, null)] : [key];
    blocks.push({ id: key, owner: key, keys, rect: shifted(card, shift) });
    if (shape.box) continue;
    for (const lane of lanes.values()) {
      if (lane.container !== key) continue;
      const inLane = within(scene, key, lane.slot);
      blocks.push({ id: lane.id, owner: key, keys: inLane, rect: laneRect(scene, lane, shifts) });
    }
  }
  return blocks;
}

/** A lane around its steps where they are by now. */
function laneRect(
  scene: Scene,
  lane: Rect & { container: string; slot: string },
  shifts: ReadonlyMap<string, Position>,
) {
  const { container, slot } = lane;
  const filled = boundsOf(
    [...scene.cards.values()].flatMap((card) => {
      if (card.parent !== container || card.slot !== slot) return [];
      const room = roomOf(scene, card.key);
      return room === null ? [] : [shifted(room, shifts.get(card.key))];
    }),
  );
  return filled === null ? lane : framed(scene, { container, slot }, filled);
}

/** The steps in a container, or in one of its slots, at any depth. */
function within({ cards }: Scene, container: string, slot: string | null): string[] {
  const found = new Set<string>();
  for (const { key, parent, slot: at } of cards.values()) {
    if (parent === null) continue;
    if (found.has(parent) || (parent === container && (slot === null || at === slot))) found.add(key);
  }
  return [...found];
}

function shifted(rect: Rect, by: Position | undefined): Rect {
  const { x, y, width, height } = rect;
  return { x: x + (by?.x ?? 0), y: y + (by?.y ?? 0), width, height };
}

function move(block: Block, by: Position, shifts: Map<string, Position>): void {
  block.rect = shifted(block.rect, by);
  for (const key of block.keys) {
    const before = shifts.get(key) ?? { x: 0, y: 0 };
    shifts.set(key, { x: before.x + by.x, y: before.y + by.y });
  }
}

/** Whatever lies on an anchor gives way, and whatever that then lies on. */
function pushFrom(anchors: readonly Block[], blocks: readonly Block[], shifts: Map<string, Position>): void {
  const queue = [...anchors];
  const settled = new Set(anchors);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const other of blocks) {
      if (settled.has(other) || !overlaps(grown(at.rect, air.least), other.rect)) continue;
      settled.add(other);
      move(other, wayOff(at.rect, other.rect), shifts);
      queue.push(other);
    }
  }
}

/** A lane does not grow over its own Condition: what came into it stands right of that. */
function leaveCondition(scene: Scene, frame: Frame, anchors: readonly Block[], shifts: Map<string, Position>): void {
  const card = frame === null ? undefined : scene.cards.get(frame.container);
  const filled = boundsOf(anchors.map(({ rect }) => rect));
  if (frame === null || card === undefined || card.shape.box || filled === null) return;
  const enclosing = framed(scene, frame, filled);
  if (!overlaps(grown(card, air.least), enclosing)) return;
  for (const anchor of anchors) move(anchor, { x: card.x + card.width + air.made - enclosing.x, y: 0 }, shifts);
}

const mostTries = 6;

/** The anchor itself gives way to what lies where it is. */
function goAside(anchor: Block, blocks: readonly Block[], shifts: Map<string, Position>): void {
  for (let tries = 0; tries < mostTries; tries++) {
    const hit = blocks.find((other) => other !== anchor && overlaps(grown(anchor.rect, 1), other.rect));
    if (hit === undefined) return;
    move(anchor, wayOff(hit.rect, anchor.rect), shifts);
  }
}

/** How much longer the way right or down may be: left and up moves the head of the frame around. */
const dislike = 3;

/** The shortest way to put `other` beside `still`; right and down before left and up, as a pipeline grows. */
function wayOff(still: Rect, other: Rect): Position {
  const right = still.x + still.width + air.made - other.x;
  const down = still.y + still.height + air.made - other.y;
  const left = other.x + other.width + air.made - still.x;
  const up = other.y + other.height + air.made - still.y;
  const shortest = Math.min(right, down, left * dislike, up * dislike);
  if (shortest === right) return { x: right, y: 0 };
  if (shortest === down) return { x: 0, y: down };
  return shortest === left * dislike ? { x: -left, y: 0 } : { x: 0, y: -up };
}
