import type { Lane } from "../../../pipeline/layout/scene";
import { dragTogether, settleDrag } from "../drag";
import { followPointer } from "../followPointer";
import type { CanvasKit } from "../kit";

const threshold = 4;

/** A lane by its label. */
export function startLaneDrag(kit: CanvasKit, down: PointerEvent, { container, slot }: Lane): void {
  const { cards, hidden } = kit.canvas.getState().scene;
  const all = [...cards.values(), ...[...hidden.values()].map(({ card }) => card)];
  const held = all.filter(({ parent, slot: at }) => parent === container && at === slot);
  startStepsDrag(
    kit,
    down,
    held.map(({ key }) => key),
  );
}

/** What is around steps, by its title: dragged, they move with it; clicked, they are selected. */
export function startStepsDrag(kit: CanvasKit, down: PointerEvent, keys: readonly string[]): void {
  const { editor, canvas, view } = kit;
  if (down.button !== 0) return;
  down.stopPropagation();
  const { scene } = canvas.getState();
  const begun = { x: down.clientX, y: down.clientY };
  const from = view.toCanvas(begun);
  let moving = false;
  followPointer(down, {
    move(client) {
      if (editor.store.getState().readOnly) return;
      if (!moving && Math.hypot(client.x - begun.x, client.y - begun.y) < threshold) return;
      moving = true;
      const at = view.toCanvas(client);
      dragTogether(kit, keys, scene, { x: at.x - from.x, y: at.y - from.y });
    },
    up() {
      if (moving) settleDrag(kit, keys);
      else editor.select(keys);
    },
    cancel: () => canvas.setState({ drag: null }),
  });
}
