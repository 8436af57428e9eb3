import type { SlotOf } from "../../../pipeline/graph/slotOf";
import type { Rect } from "../../../pipeline/layout/rect";
import { roomOf, type Scene } from "../../../pipeline/layout/scene";
import type { GhostLane } from "../../../pipeline/layout/slotAreas";

/** What a drag moves, from its start to its end. */
export interface Dragging {
  /** The step under the pointer. */
  readonly grabbed: string;
  /** The dragged steps, without those that move along in a dragged container. */
  readonly roots: readonly string[];
  /** All of them, with everything inside. */
  readonly moving: ReadonlySet<string>;
  /** The room that they took: what is around them stays until they are let go. */
  readonly lifted: ReadonlyMap<string, Rect>;
  /** Escape was pressed: what React Flow still tells of this drag means nothing. */
  readonly cancelled: boolean;
}

/** What letting go here would do to the place of steps in branches and loops. */
export interface Drop {
  /** The slot under the pointer; null on the free canvas. */
  readonly to: SlotOf | null;
  /** The steps that come into it, or out onto the free canvas; none: they only move. */
  readonly keys: readonly string[];
  /** "Move into True of Gate"; null where nothing changes. */
  readonly words: string | null;
  /** Why it cannot be; null where it can. */
  readonly refused: string | null;
  /** True where they stay where they are dropped; at a port they find their own place. */
  readonly held: boolean;
  /** The places of empty branches near the pointer. */
  readonly ghosts: readonly GhostLane[];
}

/** Begins to drag steps: `inside` gives all that lies in one. */
export function draggingOf(
  scene: Scene,
  grabbed: string,
  keys: readonly string[],
  inside: (key: string) => readonly string[],
): Dragging {
  const moving = new Set(keys.flatMap((key) => [key, ...inside(key)]));
  const roots = keys.filter((key) => !keys.some((other) => other !== key && inside(other).includes(key)));
  const lifted = new Map<string, Rect>();
  for (const key of roots) {
    const room = roomOf(scene, key);
    if (room !== null && (scene.cards.get(key)?.parent ?? null) !== null) lifted.set(key, room);
  }
  return { grabbed, roots, moving, lifted, cancelled: false };
}
