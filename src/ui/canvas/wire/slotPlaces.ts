import type { Place } from "../../../pipeline/definition/document";
import { freePlaceNear } from "../../../pipeline/layout/arrange";
import { boundsOf, type Rect } from "../../../pipeline/layout/rect";
import { inside, type Scene, type SceneCard } from "../../../pipeline/layout/scene";

/** Where a step, with all inside it, stands after it moved into a slot: behind the others of the slot, off every card. */
export function placesInSlot(
  scene: Scene,
  key: string,
  within: readonly string[],
  container: string,
  slot: string,
): Readonly<Record<string, Place>> {
  const step = scene.cards.get(key);
  const around = scene.cards.get(container);
  if (step === undefined || around === undefined) return {};
  const others = [...scene.cards.values()].filter((card) => card.parent === container && card.slot === slot);
  const siblings = boundsOf(others);
  const wanted =
    siblings === null ? firstPlace(scene, around, slot) : { x: siblings.x + siblings.width + 110, y: siblings.y };
  if (!around.shape.box && step.x >= around.x + around.width + 40) return {};
  const moving = new Set([key, ...within]);
  const taken = [...scene.cards.values()].filter((card) => !moving.has(card.key) && !holds(scene, card, container));
  const place = freePlaceNear(wanted, step, taken);
  const by = { x: place.x - step.x, y: place.y - step.y };
  return Object.fromEntries(
    [...moving].flatMap((moved) => {
      const card = scene.cards.get(moved);
      return card === undefined ? [] : [[moved, { x: card.x + by.x, y: card.y + by.y }] as const];
    }),
  );
}

/** Boxes around the place do not stand in its way. */
function holds({ cards }: Scene, card: SceneCard, container: string): boolean {
  if (!card.shape.box) return false;
  for (let at: string | null = container; at !== null; at = cards.get(at)?.parent ?? null)
    if (at === card.key) return true;
  return false;
}

function firstPlace({ lanes }: Scene, around: SceneCard, slot: string): Place {
  if (around.shape.box) {
    return { x: around.x + inside.box.left, y: around.y + around.shape.height + inside.box.top };
  }
  const x = around.x + around.width + 110 + inside.lane.left;
  const above: readonly Rect[] = [...lanes.values()].filter((lane) => lane.container === around.key);
  const bottom = Math.max(around.y - 40, ...above.map((lane) => lane.y + lane.height));
  const first = around.shape.slots[0]?.slot === slot;
  return { x, y: above.length > 0 ? bottom + 40 : first ? around.y : around.y + around.height + 40 };
}
