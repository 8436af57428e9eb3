/** Dragging steps: where they are lives in the session until the drag ends, then one edit says it. */
import type { NodeChange } from "reactflow";
import { placeSteps } from "../../editor/commands/steps/place";
import type { Place } from "../../pipeline/definition/document";
import { stepsInside } from "../../pipeline/graph/stepTree";
import type { Scene } from "../../pipeline/layout/scene";
import { draggingOf } from "./drop/dragging";
import { drops, loadDrops } from "./drop/loadDrops";
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
  if (moved.size > 0 && session.getState().dragging?.cancelled !== true) dragTo(kit, moved);
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

/** Puts steps, with all inside them, as far from where they were as the pointer has come. */
export function dragTogether(
  { editor, session }: CanvasKit,
  keys: readonly string[],
  begun: Scene["cards"],
  by: Place,
): void {
  const { definition } = editor.store.getState().document;
  const moving = keys.flatMap((key) => [key, ...stepsInside(definition, key)]);
  const places = moving.flatMap((key) => {
    const card = begun.get(key);
    return card === undefined ? [] : [[key, { x: card.x + by.x, y: card.y + by.y }] as const];
  });
  session.setState({ drag: new Map(places) });
}

/** Makes the places of the running drag those of the document. */
export function settleDrag(kit: CanvasKit, steps: readonly string[]): void {
  const { drag } = kit.session.getState();
  if (drag !== null) kit.run(placeSteps, { steps, places: drag });
  kit.session.setState({ drag: null, dragging: null, drop: null });
}

/** Steps are taken up: the one under the pointer, and those selected with it. Escape puts them back. */
export function dragStart({ editor, session }: CanvasKit, grabbed: string, keys: readonly string[]): void {
  void loadDrops();
  const { definition } = editor.store.getState().document;
  const dragging = draggingOf(session.getState().scene, grabbed, keys, (key) => stepsInside(definition, key));
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || session.getState().drag === null) return;
    event.preventDefault();
    event.stopPropagation();
    session.setState({ dragging: { ...dragging, cancelled: true }, drag: null, drop: null });
    editor.announce("Nothing moved.");
  };
  window.addEventListener("keydown", onEscape, true);
  session.setState({ dragging, refusal: null, overlay: null });
  const stop = session.subscribe((state) => {
    if (state.dragging !== null) return;
    window.removeEventListener("keydown", onEscape, true);
    stop();
  });
}

/** The pointer has come to a point of the window: which branch or loop lies there? */
export function dragOver(kit: CanvasKit, event: MouseEvent | TouchEvent): void {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  if (point !== undefined)
    drops?.hoverDrag(kit, { x: point.clientX, y: point.clientY }, event.ctrlKey || event.metaKey);
}

/** The drag is over: one entry in the history, of places and of what the steps came into or out of. */
export function dragEnd(kit: CanvasKit, event: MouseEvent | TouchEvent): void {
  if (drops === null) void loadDrops().then(() => letGo(kit, event));
  else letGo(kit, event);
}

function letGo(kit: CanvasKit, event: MouseEvent | TouchEvent): void {
  dragOver(kit, event);
  const { drag, dragging } = kit.session.getState();
  if (drag !== null && drops?.finishDrag(kit) === true)
    kit.session.setState({ drag: null, dragging: null, drop: null });
  else settleDrag(kit, dragging?.roots ?? [...(drag?.keys() ?? [])]);
}
