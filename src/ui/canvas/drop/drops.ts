/** What dragged steps would come into or out of, and what comes of letting them go. Loads with the first drag. */
import { addIntoSlot } from "../../../editor/commands/steps/addIntoSlot";
import { moveIntoSlot } from "../../../editor/commands/steps/moveIntoSlot";
import { moveOut } from "../../../editor/commands/steps/moveOut";
import type { PipelineDocument, Position } from "../../../pipeline/definition/document";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { positionsNotSaved } from "../../../pipeline/layout/positionsNotSaved";
import { contains } from "../../../pipeline/layout/rect";
import type { Scene } from "../../../pipeline/layout/scene";
import { ghostLanes, slotAt } from "../../../pipeline/layout/slotAreas";
import { positionsInSlot } from "../../../pipeline/layout/slotPositions";
import { slotInWords, whyNotAllIn, whyTypeNotInSlot } from "../../../pipeline/wiring/slots";
import type { CanvasKit } from "../kit";
import { wirePointer } from "../wire/pointer";
import type { Dragging, Drop } from "./dragging";
import { showRefusal } from "./refusal";

/** The pointer drags steps over the canvas: what would come of letting go? With `keep` they stay in what holds them. */
export function hoverDrag(kit: CanvasKit, client: Position, keep: boolean): void {
  const { scene, dragging } = kit.canvas.getState();
  if (dragging === null || dragging.cancelled) return;
  const { document } = kit.editor.store.getState();
  hover(kit, client, dragging.moving, (hit) => {
    const to = keep ? homeOf(scene, dragging.grabbed) : hit;
    const { drag, drop } = kit.canvas.getState();
    const keys = changedBy(scene, dragging, to, drag);
    const same = drop !== null && sameSlot(drop.to, to) && drop.keys.join("\n") === keys.join("\n");
    return same ? drop : judge(document, scene, keys, to);
  });
}

/** A new step is dragged over the canvas. */
export function hoverNew(kit: CanvasKit, client: Position, type: string): void {
  const { document } = kit.editor.store.getState();
  hover(kit, client, new Set(), (to) => ({
    to,
    keys: [],
    words: to === null ? null : `Add to ${slotInWords(document, to)}`,
    refused: to === null ? null : whyTypeNotInSlot(document, type, to),
  }));
}

type Judged = Omit<Drop, "held" | "ghosts">;

function hover(
  { canvas, view }: CanvasKit,
  client: Position,
  without: ReadonlySet<string>,
  judged: (to: SlotOf | null) => Judged,
): void {
  const { scene, drop } = canvas.getState();
  const at = view.toCanvas(client);
  wirePointer.setState({ at, client });
  const ghosts = ghostLanes(scene, at, without);
  const hit = slotAt(scene, at, without, ghosts);
  const now: Drop = {
    ...judged(hit === null ? null : { container: hit.container, slot: hit.slot }),
    held: hit?.held ?? true,
    ghosts,
  };
  if (drop === null || !sameDrop(drop, now)) canvas.setState({ drop: now });
}

function sameDrop(left: Drop, right: Drop): boolean {
  return (
    sameSlot(left.to, right.to) &&
    left.words === right.words &&
    left.refused === right.refused &&
    left.held === right.held &&
    left.keys.join("\n") === right.keys.join("\n") &&
    left.ghosts.map(({ id }) => id).join("\n") === right.ghosts.map(({ id }) => id).join("\n")
  );
}

function sameSlot(left: SlotOf | null, right: SlotOf | null): boolean {
  return left?.container === right?.container && left?.slot === right?.slot;
}

function homeOf({ cards }: Scene, key: string): SlotOf | null {
  const card = cards.get(key);
  return card === undefined || card.parent === null || card.slot === null
    ? null
    : { container: card.parent, slot: card.slot };
}

/** The dragged steps that would lie elsewhere than they do. */
function changedBy(
  scene: Scene,
  { grabbed, roots, lifted }: Dragging,
  to: SlotOf | null,
  drag: ReadonlyMap<string, Position> | null,
): readonly string[] {
  // Held in its own frame, a step takes no other along that has not left its own.
  const stays = sameSlot(to, homeOf(scene, grabbed));
  return roots.filter((key) => {
    const home = homeOf(scene, key);
    return !sameSlot(home, to) && (!stays || (home !== null && hasLeft(scene, key, home, drag, lifted)));
  });
}

function judge(document: PipelineDocument, scene: Scene, keys: readonly string[], to: SlotOf | null): Judged {
  if (keys.length === 0) return { to, keys, words: null, refused: null };
  if (to === null) return { to, keys, words: outInWords(document, scene, keys), refused: null };
  return { to, keys, words: `Move into ${slotInWords(document, to)}`, refused: whyNotAllIn(document, keys, to) };
}

/** True when the middle of a dragged step lies outside of what holds it. */
function hasLeft(
  scene: Scene,
  key: string,
  home: SlotOf,
  drag: ReadonlyMap<string, Position> | null,
  lifted: Dragging["lifted"],
): boolean {
  const size = lifted.get(key);
  const position = drag?.get(key);
  const frame = scene.lanes.get(`${home.container}/${home.slot}`) ?? scene.cards.get(home.container);
  if (size === undefined || position === undefined || frame === undefined) return false;
  return !contains(frame, { x: position.x + size.width / 2, y: position.y + size.height / 2 });
}

function outInWords(document: PipelineDocument, scene: Scene, keys: readonly string[]): string {
  const homes = new Set(
    keys.flatMap((key) => {
      const home = homeOf(scene, key);
      return home === null ? [] : [slotInWords(document, home)];
    }),
  );
  return homes.size === 1 ? `Take out of ${[...homes][0]}` : "Take out";
}

/** The steps were let go where the last hover was. False where their places are all that changed. */
export function finishDrag(kit: CanvasKit): boolean {
  const { drag, drop, scene } = kit.canvas.getState();
  if (drop === null || drag === null || drop.words === null) return false;
  if (drop.refused !== null) {
    showRefusal(kit, drop.refused);
    return true;
  }
  const { to, keys, held } = drop;
  const positions = new Map([...positionsNotSaved(kit.editor.store.getState().document, scene), ...drag]);
  if (to === null) kit.run(moveOut, { steps: keys, positions });
  else {
    const inSlot = held ? positions : new Map([...positions, ...positionsInSlot(scene, keys, to)]);
    kit.run(moveIntoSlot, { steps: keys, into: to, positions: inSlot });
  }
  return true;
}

/** A new step was let go where the last hover was. False on the free canvas. */
export function finishNew(kit: CanvasKit, type: string, at: Position): boolean {
  const { drop } = kit.canvas.getState();
  kit.canvas.setState({ drop: null });
  if (drop === null || drop.to === null) return false;
  if (drop.refused !== null) showRefusal(kit, drop.refused);
  else kit.run(addIntoSlot, { type, into: drop.to, ...(drop.held ? { at } : {}) });
  return true;
}
