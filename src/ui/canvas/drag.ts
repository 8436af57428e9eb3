/** Dragging steps: where they are lives in the session until the drag ends, then one edit says it. */
import type { NodeChange } from "reactflow";
import type { Place } from "../../pipeline/definition/document";
import { moveSteps } from "../../pipeline/edits/moveSteps";
import { stepsInside } from "../../pipeline/graph/stepTree";
import type { StepNode } from "./flowNodes";
import type { CanvasKit } from "./kit";

/** What React Flow tells of its nodes: selection goes to the editor, places to the session. */
export function nodesChanged(kit: CanvasKit, changes: readonly NodeChange<StepNode>[], pressed: boolean): void {
  const { editor, session } = kit;
  const steps = session.getState().held ?? editor.store.getState().selection.steps;
  const selected = new Set(steps);
  const moved = new Map<string, Place>();
  for (const change of changes) {
    if (change.type === "select") {
      if (change.selected) selected.add(change.id);
      else selected.delete(change.id);
    } else if (change.type === "position" && change.position !== undefined && change.dragging === true) {
      moved.set(change.id, change.position);
    }
  }
  if (changes.some(({ type }) => type === "select") && !sameKeys(selected, steps)) {
    if (pressed) session.setState({ held: [...selected] });
    else editor.select([...selected]);
  }
  if (moved.size > 0) dragTo(kit, moved);
}

/** The pointer is let go: what it selected is selected. */
export function releaseSelection({ editor, session }: CanvasKit): void {
  const { held } = session.getState();
  if (held === null) return;
  editor.select(held);
  session.setState({ held: null });
}

function sameKeys(left: ReadonlySet<string>, right: readonly string[]): boolean {
  return left.size === right.length && right.every((key) => left.has(key));
}

/** Puts the dragged steps at their places, and with a container all that it holds. */
function dragTo({ editor, session }: CanvasKit, moved: ReadonlyMap<string, Place>): void {
  const { definition } = editor.store.getState().document;
  const { scene, drag } = session.getState();
  const places = new Map(drag ?? []);
  for (const [key, place] of moved) {
    const card = scene.cards.get(key);
    if (card === undefined) continue;
    places.set(key, place);
    const by = { x: place.x - card.x, y: place.y - card.y };
    if (by.x === 0 && by.y === 0) continue;
    for (const inner of stepsInside(definition, key)) {
      const held = scene.cards.get(inner);
      if (held !== undefined && !moved.has(inner)) places.set(inner, { x: held.x + by.x, y: held.y + by.y });
    }
  }
  session.setState({ drag: places });
}

/** The drag is over: one entry in the history. */
export function dragEnd(kit: CanvasKit): void {
  const { editor, session } = kit;
  const { drag } = session.getState();
  if (drag === null) return;
  const keys = [...drag.keys()];
  const label = keys.length === 1 ? `Move ${keys[0]}` : `Move ${keys.length} steps`;
  editor.edit(label, moveSteps({ ...placesNotSaved(kit), ...Object.fromEntries(drag) }));
  session.setState({ drag: null });
}

/** Steps that were only arranged keep their place once any step is moved: what one sees must not shift. */
export function placesNotSaved({ editor, session }: CanvasKit): Record<string, Place> {
  const { layout } = editor.store.getState().document;
  const cards = [...session.getState().scene.cards.values()];
  return Object.fromEntries(cards.flatMap(({ key, x, y }) => (layout[key] === undefined ? [[key, { x, y }]] : [])));
}

/** Moves steps by the keyboard, containers with what they hold. */
export function nudge(kit: CanvasKit, keys: readonly string[], across: number, down: number): void {
  const { definition } = kit.editor.store.getState().document;
  const { cards } = kit.session.getState().scene;
  const moving = new Set(keys.flatMap((key) => [key, ...stepsInside(definition, key)]));
  const places = [...moving].flatMap((key) => {
    const card = cards.get(key);
    return card === undefined ? [] : [[key, { x: card.x + across, y: card.y + down }] as const];
  });
  const label = keys.length === 1 ? `Move ${keys[0]}` : `Move ${keys.length} steps`;
  kit.editor.edit(label, moveSteps({ ...placesNotSaved(kit), ...Object.fromEntries(places) }));
}
