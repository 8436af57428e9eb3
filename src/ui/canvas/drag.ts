/** Dragging steps: where they are lives in the canvas's state until the drag ends, then one edit says it. */
import type { NodeChange } from "reactflow";
import { placeSteps } from "../../editor/commands/steps/place";
import type { Position } from "../../pipeline/definition/document";
import { stepsInside } from "../../pipeline/graph/stepTree";
import { placed, type Scene } from "../../pipeline/layout/scene";
import { type Dragging, draggingOf } from "./drop/dragging";
import { drops, loadDrops } from "./drop/loadDrops";
import type { StepNode } from "./flowNodes";
import type { CanvasKit } from "./kit";
import { sameKeys } from "./sameKeys";

/** What the person holds down meanwhile. */
interface Held {
  readonly pressed: boolean;
  /** A rubber band is drawn: it selects by itself (`useBand.ts`). */
  readonly banding: boolean;
  /** What is clicked is added to the selection. */
  readonly adding: boolean;
}

/** What React Flow tells of its nodes: selection goes to the editor, positions to the canvas. */
export function nodesChanged(
  kit: CanvasKit,
  changes: readonly NodeChange<StepNode>[],
  { pressed, banding, adding }: Held,
): void {
  const { editor, canvas } = kit;
  const { held, elements } = canvas.getState();
  const steps = held ?? editor.store.getState().selection.steps;
  // React Flow knows only the elements: of what is selected beyond them it does not tell.
  const isNew = !adding && changes.some((change) => change.type === "select" && change.selected);
  const selected = new Set(isNew ? steps.filter((key) => elements.has(key)) : steps);
  const moved = new Map<string, Position>();
  for (const change of changes) {
    if (change.type === "select") {
      if (change.selected) selected.add(change.id);
      else selected.delete(change.id);
    } else if (change.type === "position" && change.position !== undefined && change.dragging === true) {
      moved.set(change.id, change.position);
    }
  }
  if (!banding && changes.some(({ type }) => type === "select") && !sameKeys(selected, new Set(steps))) {
    if (pressed) canvas.setState({ held: [...selected] });
    else editor.select([...selected]);
  }
  if (moved.size > 0 && canvas.getState().dragging?.cancelled !== true) dragTo(kit, moved);
}

/** The pointer is let go: what it selected is selected. */
export function releaseSelection({ editor, canvas }: CanvasKit): void {
  const { held } = canvas.getState();
  if (held === null) return;
  editor.select(held);
  canvas.setState({ held: null });
}

/** Puts the dragged steps at their places, and with a container all that it holds; those that are no elements go along. */
function dragTo({ editor, canvas }: CanvasKit, told: ReadonlyMap<string, Position>): void {
  const { definition } = editor.store.getState().document;
  const { scene, drag, dragging } = canvas.getState();
  const moved = withOthers(scene.cards, dragging, told);
  const positions = new Map(drag ?? []);
  for (const [key, position] of moved) {
    const card = scene.cards.get(key);
    if (card === undefined) continue;
    positions.set(key, position);
    const by = { x: position.x - card.x, y: position.y - card.y };
    if (by.x === 0 && by.y === 0) continue;
    for (const inner of stepsInside(definition, key)) {
      const held = placed(scene, inner);
      if (held !== undefined && !moved.has(inner)) positions.set(inner, { x: held.x + by.x, y: held.y + by.y });
    }
  }
  canvas.setState({ drag: positions });
}

function withOthers(
  cards: Scene["cards"],
  dragging: Dragging | null,
  told: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const grabbed = dragging === null ? undefined : cards.get(dragging.grabbed);
  const to = dragging === null ? undefined : told.get(dragging.grabbed);
  if (dragging === null || grabbed === undefined || to === undefined) return told;
  const moved = new Map(told);
  for (const key of dragging.roots) {
    const card = cards.get(key);
    if (card !== undefined && !moved.has(key))
      moved.set(key, { x: card.x + to.x - grabbed.x, y: card.y + to.y - grabbed.y });
  }
  return moved;
}

/** Puts steps, with all inside them, as far from where they were as the pointer has come. */
export function dragTogether({ editor, canvas }: CanvasKit, keys: readonly string[], begun: Scene, by: Position): void {
  const { definition } = editor.store.getState().document;
  const moving = keys.flatMap((key) => [key, ...stepsInside(definition, key)]);
  const positions = moving.flatMap((key) => {
    const card = placed(begun, key);
    return card === undefined ? [] : [[key, { x: card.x + by.x, y: card.y + by.y }] as const];
  });
  canvas.setState({ drag: new Map(positions) });
}

/** Makes the places of the running drag those of the document. */
export function settleDrag(kit: CanvasKit, moved?: readonly string[]): void {
  const { drag, dragging } = kit.canvas.getState();
  const steps = moved ?? dragging?.roots ?? [...(drag?.keys() ?? [])];
  if (drag !== null) kit.run(placeSteps, { steps, positions: drag });
  kit.canvas.setState({ drag: null, dragging: null, drop: null });
}

/** Steps are taken up: the one under the pointer, and those selected with it. Escape puts them back. */
export function dragStart({ editor, canvas }: CanvasKit, grabbed: string, keys: readonly string[]): void {
  void loadDrops();
  const { document, selection } = editor.store.getState();
  const { scene, held } = canvas.getState();
  const selected = held ?? selection.steps;
  const all = selected.includes(grabbed) ? new Set([...keys, ...selected]) : new Set(keys);
  const dragging = draggingOf(scene, grabbed, [...all], (key) => stepsInside(document.definition, key));
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || canvas.getState().drag === null) return;
    event.preventDefault();
    event.stopPropagation();
    canvas.setState({ dragging: { ...dragging, cancelled: true }, drag: null, drop: null });
    editor.announce("Nothing moved.");
  };
  window.addEventListener("keydown", onEscape, true);
  canvas.setState({ dragging, refusal: null, overlay: null });
  const stop = canvas.subscribe((state) => {
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
  if (kit.canvas.getState().drag !== null && drops?.finishDrag(kit) === true)
    kit.canvas.setState({ drag: null, dragging: null, drop: null });
  else settleDrag(kit);
}
