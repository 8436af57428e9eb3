/** Where on the canvas a step can be dropped to be in a branch or a loop. */
import type { Position } from "../definition/document";
import type { SlotOf } from "../graph/slotOf";
import { oncePerObject } from "../remember";
import { stepTypeOf } from "../steps";
import { card, slotPortId } from "./cardShape";
import { contains, grown, type Rect } from "./rect";
import { keysOf } from "./replaced";
import type { Scene, SceneCard } from "./scene";

/** A branch without steps has no lane: it shows one beside its port as long as something is dragged nearby. */
export interface GhostLane extends Rect, SlotOf {
  readonly id: string;
  readonly label: string;
  readonly index: number;
}

/** An area that stands for a slot, and how deep it lies in others. */
interface SlotArea extends SlotOf {
  readonly rect: Rect;
  readonly depth: number;
  /** True where what is dropped stays where it is dropped; at a port or an empty place it finds its own. */
  readonly held: boolean;
}

/** A place of a slot, under a point. */
export type SlotHit = Pick<SlotArea, "container" | "slot" | "held">;

const ghost = { across: 56, width: 190, height: 62, between: 10, near: { across: 260, down: 150 } } as const;

/** The lanes of empty branches near a point, beside the ports of their Condition. */
export function ghostLanes(scene: Scene, at: Position, without: ReadonlySet<string>): readonly GhostLane[] {
  return containersOf(scene).flatMap((of) => {
    if (of.shape.box || without.has(of.key) || !isNear(of, at)) return [];
    return of.shape.slots.flatMap(({ slot, label }, index) => {
      const id = `${of.key}/${slot}`;
      return scene.lanes.has(id)
        ? []
        : [{ id, container: of.key, slot, label, index, ...ghostPosition(of, slot, index) }];
    });
  });
}

function isNear(of: SceneCard, at: Position): boolean {
  const { across, down } = ghost.near;
  const { x, y, width, height } = of;
  return contains({ x: x - 40, y: y - down, width: width + 40 + across, height: height + 2 * down }, at);
}

/** True goes up from its port, False down: neither hides the other. */
function ghostPosition(of: SceneCard, slot: string, index: number): Rect {
  const middle = of.y + (of.shape.outputs.get(slotPortId(slot)) ?? 0);
  const border = index === 0 ? middle + card.row / 2 - ghost.between / 2 : middle - card.row / 2 + ghost.between / 2;
  const y = index === 0 ? border - ghost.height : border;
  return { x: of.x + of.width + ghost.across, y, width: ghost.width, height: ghost.height };
}

/** The slot that lies under a point, the innermost; a dragged step (`without`, with all inside it) is none for itself. */
export function slotAt(
  scene: Scene,
  at: Position,
  without: ReadonlySet<string>,
  ghosts: readonly GhostLane[] = [],
): SlotHit | null {
  let best: SlotArea | null = null;
  for (const area of areas(scene, ghosts)) {
    if (without.has(area.container) || !contains(area.rect, at)) continue;
    if (best === null || area.depth > best.depth || (area.depth === best.depth && size(area) < size(best))) best = area;
  }
  return best;
}

function size({ rect }: SlotArea): number {
  return rect.width * rect.height;
}

function areas(scene: Scene, ghosts: readonly GhostLane[]): SlotArea[] {
  const found: SlotArea[] = [];
  const depthOf = (key: string) => scene.cards.get(key)?.depth ?? 0;
  for (const { container, slot, folded, ...rect } of scene.lanes.values()) {
    // In a folded branch a step has no place of its own before it is in it.
    found.push({ container, slot, rect, depth: depthOf(container), held: folded === null });
  }
  for (const { container, slot, ...rect } of ghosts) {
    found.push({ container, slot, rect: grown(rect, 12), depth: depthOf(container), held: false });
  }
  for (const of of containersOf(scene)) {
    if (of.shape.foldTop !== null) found.push(foldedBody(of));
    if (of.shape.slots.length > 0) found.push(...(of.shape.box ? [body(scene, of)] : ports(of)));
  }
  return found;
}

/** Asked at each move of a drag: which they are is remembered, where they stand is not. */
function containersOf({ cards }: Scene): readonly SceneCard[] {
  return familyIn(keysOf(cards)).containers.flatMap((key) => cards.get(key) ?? []);
}

const familyIn = oncePerObject((cards: Scene["cards"]) => {
  const all = [...cards.values()];
  return {
    containers: all.filter(({ shape }) => shape.slots.length > 0 || shape.foldTop !== null).map(({ key }) => key),
    parents: new Set(all.map(({ parent }) => parent)),
  };
});

function body({ cards }: Scene, of: SceneCard): SlotArea {
  const { x, y, width, height, key, depth, shape } = of;
  const held = familyIn(keysOf(cards)).parents.has(key);
  return { container: key, slot: shape.slots[0]?.slot ?? "", rect: { x, y, width, height }, depth, held };
}

/** A folded loop is a card without slots of its own. */
function foldedBody({ key, type, depth, ...rect }: SceneCard): SlotArea {
  return { container: key, slot: stepTypeOf(type).slots[0]?.key ?? "", rect, depth, held: false };
}

/** The row of a branch's port, as far as a hand aims at it. */
function ports({ key, x, y, width, depth, shape }: SceneCard): SlotArea[] {
  return shape.slots.map(({ slot, id }) => {
    const top = y + (shape.outputs.get(id) ?? 0) - card.row / 2;
    const rect = { x: x + width / 2, y: top, width: width / 2 + 30, height: card.row };
    return { container: key, slot, rect, depth, held: false };
  });
}
