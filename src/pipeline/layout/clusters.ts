/** From so far that names cannot be read: which steps lie together, to be counted in their place. */
import { oncePerObject } from "../remember";
import type { Frame } from "./frames";
import { boundsOf, type Rect } from "./rect";
import type { Scene, SceneCard } from "./scene";

export interface Cluster {
  /** A group, loop or branch by its title; null for steps that lie together and have none in common. */
  readonly title: string | null;
  readonly area: Rect;
  /** The title stands at the head of an area so large that its steps are counted once more, where they lie. */
  readonly isHead: boolean;
  readonly steps: readonly SceneCard[];
}

/** What has a title of its own. */
interface Titled {
  readonly title: string;
  readonly area: Rect;
  readonly depth: number;
  readonly steps: readonly SceneCard[];
}

/** The room that one count takes, in pixels of the canvas. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * The clusters of a scene: groups, loops and branches that are large enough to be named, the outermost before what lies in it; all other
 * steps by place. In an area that has room for one count the title counts all. A larger one gets a head, and its steps are counted by place.
 */
export function clustersOf(scene: Scene, frames: readonly Frame[], room: Room): readonly Cluster[] {
  const { steps, areas } = placesOf(scene, frames);
  const counted = new Set<SceneCard>();
  const clusters: Cluster[] = [];
  for (const { title, area, steps: own } of areas) {
    if (own.length < 2 || area.width < room.width * 0.6 || area.height < room.height * 0.5) continue;
    if (own.every((step) => counted.has(step))) continue;
    const isHead = area.width > room.width * 1.8 || area.height > room.height * 2.2;
    clusters.push({ title, area, isHead, steps: own });
    if (!isHead) for (const step of own) counted.add(step);
  }
  const others = steps.filter((step) => !counted.has(step));
  return [...clusters, ...byPlace(scene.bounds, others, room)];
}

const placesOf = oncePerObject((scene: Scene, frames: readonly Frame[]) => {
  const { cards, hidden } = scene;
  // One that is folded away counts where its frame stands; boxes are areas, not places.
  const folded = [...hidden.values()].map(({ card, frame: { x, y, width, height } }) => ({
    ...card,
    x,
    y,
    width,
    height,
  }));
  const all = [...cards.values(), ...folded];
  const steps = all.filter(({ shape }) => !shape.box);
  return { steps, areas: areasOf(scene, frames, new Map(all.map((step) => [step.key, step])), steps) };
});

function areasOf(
  { cards, lanes }: Scene,
  frames: readonly Frame[],
  byKey: ReadonlyMap<string, SceneCard>,
  steps: readonly SceneCard[],
): readonly Titled[] {
  const groupsOf = new Map<string, string[]>();
  for (const { group } of frames) {
    for (const key of group.steps) groupsOf.set(key, [...(groupsOf.get(key) ?? []), `group ${group.id}`]);
  }
  const inside = new Map<string, Set<SceneCard>>();
  const add = (area: string, step: SceneCard) => inside.set(area, (inside.get(area) ?? new Set()).add(step));
  for (const step of steps) {
    for (let at: SceneCard | undefined = step; at !== undefined; at = byKey.get(at.parent ?? "")) {
      for (const group of groupsOf.get(at.key) ?? []) add(group, step);
      if (at.parent === null) break;
      add(at.parent, step);
      add(`${at.parent}/${at.slot}`, step);
    }
  }
  const titled = (id: string, title: string, area: Rect, depth: number): Titled => {
    return { title, area, depth, steps: [...(inside.get(id) ?? [])] };
  };
  return [
    ...frames.map((frame) => titled(`group ${frame.group.id}`, frame.group.title, frame, -1)),
    ...[...cards.values()].flatMap((card) => (card.shape.box ? [titled(card.key, card.name, card, card.depth)] : [])),
    ...[...lanes.values()].map((lane) => {
      const container = byKey.get(lane.container);
      return titled(lane.id, `${container?.name ?? ""} ${lane.label}`, lane, (container?.depth ?? 0) + 0.5);
    }),
  ].sort((left, right) => left.depth - right.depth);
}

/** The bounds divided evenly into places that have room for a count each; those that hold a step. */
function byPlace(bounds: Rect | null, steps: readonly SceneCard[], room: Room): readonly Cluster[] {
  if (bounds === null) return [];
  const columns = Math.max(1, Math.floor(bounds.width / room.width));
  const rows = Math.max(1, Math.floor(bounds.height / room.height));
  const places = new Map<number, SceneCard[]>();
  for (const step of steps) {
    const column = at(step.x + step.width / 2 - bounds.x, bounds.width, columns);
    const place = at(step.y + step.height / 2 - bounds.y, bounds.height, rows) * columns + column;
    const there = places.get(place);
    if (there === undefined) places.set(place, [step]);
    else there.push(step);
  }
  return [...places.values()].map((own) => ({ title: null, area: boundsOf(own) ?? bounds, isHead: false, steps: own }));
}

/** In which of so many equal parts of a length a place lies. */
function at(place: number, length: number, parts: number): number {
  return Math.min(parts - 1, Math.max(0, Math.floor((place / length) * parts)));
}
