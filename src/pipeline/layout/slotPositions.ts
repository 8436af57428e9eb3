import type { Layout, PipelineDocument, Position } from "../definition/document";
import type { SlotOf } from "../graph/slotOf";
import { listSteps } from "../graph/stepTree";
import { makeRoom } from "./makeRoom";
import { boundsOf, type Rect } from "./rect";
import { buildScene, inside, placed, roomOf, type Scene, type SceneCard } from "./scene";

const between = { across: 110, down: 40 } as const;

/** Where steps stand that came into a slot by its port: behind the others there, first in an empty one. */
export function positionsInSlot(scene: Scene, keys: readonly string[], to: SlotOf): Layout {
  const enclosing = scene.cards.get(to.container);
  const group = roomOfAll(scene, keys);
  if (enclosing === undefined || group === null) return new Map();
  return movedBy(scene, keys, group, spotInSlot(scene, enclosing, to, keys));
}

/** Where the first or the next step of a slot stands. */
export function spotInSlot(
  scene: Scene,
  enclosing: SceneCard,
  { container, slot }: SlotOf,
  without: readonly string[],
) {
  const all = [...scene.cards.values(), ...[...scene.hidden.values()].map(({ card }) => card)];
  const others = all.filter(
    ({ key, parent, slot: at }) => parent === container && at === slot && !without.includes(key),
  );
  const siblings = boundsOf(others.map((other) => roomOf(scene, other.key) ?? other));
  if (siblings !== null) return { x: siblings.x + siblings.width + between.across, y: siblings.y };
  if (enclosing.shape.box) {
    return { x: enclosing.x + inside.box.left, y: enclosing.y + enclosing.shape.height + inside.box.top };
  }
  // True beside its Condition (the other branch gives way), False below True.
  const x = enclosing.x + enclosing.width + between.across + inside.lane.left;
  if (enclosing.shape.slots[0]?.slot === slot) return { x, y: enclosing.y };
  const first = scene.lanes.get(`${container}/${enclosing.shape.slots[0]?.slot}`);
  const bottom = first === undefined ? enclosing.y + enclosing.height : first.y + first.height;
  return { x, y: bottom + between.down + inside.lane.top };
}

/** Where steps stand that a menu took out of what held them: below it. */
export function positionsBelow(scene: Scene, keys: readonly string[], container: string): Layout {
  const room = roomOf(scene, container);
  const group = roomOfAll(scene, keys);
  if (room === null || group === null) return new Map();
  return movedBy(scene, keys, group, { x: group.x, y: room.y + room.height + between.down });
}

function roomOfAll(scene: Scene, keys: readonly string[]): Rect | null {
  return boundsOf(keys.flatMap((key) => roomOf(scene, key) ?? []));
}

/** The steps with all inside them, so that their common room begins at a place. */
function movedBy({ cards }: Scene, keys: readonly string[], group: Rect, to: Position): Layout {
  const moving = new Set(keys);
  for (const { key, parent } of cards.values()) if (parent !== null && moving.has(parent)) moving.add(key);
  const by = { x: to.x - group.x, y: to.y - group.y };
  return new Map(
    [...moving].flatMap((key) => {
      const card = cards.get(key);
      return card === undefined ? [] : [[key, { x: card.x + by.x, y: card.y + by.y }] as const];
    }),
  );
}

/** What has to give way in a document where steps have just moved (`stay`: into a frame; else out of one). */
export function roomFor(document: PipelineDocument, scene: Scene, moved: readonly string[], stay: boolean): Layout {
  const after = buildScene(
    listSteps(document.definition),
    (key) => document.layout.get(key) ?? placed(scene, key) ?? { x: 0, y: 0 },
    (entry) => placed(scene, entry.key)?.shape ?? unknownShape,
    undefined,
    undefined,
    document.folded,
  );
  return makeRoom(after, moved, stay);
}

/** A step that is not drawn yet, about as large as it will be. */
export const unknownShape: SceneCard["shape"] = {
  width: 220,
  height: 140,
  sentenceTop: null,
  rowsTop: null,
  moreTop: null,
  inputs: new Map(),
  outputs: new Map(),
  slots: [],
  box: false,
  foldTop: null,
};
