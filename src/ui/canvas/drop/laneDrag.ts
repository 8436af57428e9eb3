import type { Lane } from "../../../pipeline/layout/scene";
import { dragTogether, settleDrag } from "../drag";
import type { CanvasKit } from "../kit";

const threshold = 4;

/** A lane by its label: dragged, its steps move with it; clicked, they are selected. */
export function startLaneDrag(kit: CanvasKit, down: PointerEvent, { container, slot }: Lane): void {
  const { editor, canvas, view } = kit;
  if (down.button !== 0) return;
  down.stopPropagation();
  const { cards } = canvas.getState().scene;
  const keys = [...cards.values()].flatMap(({ key, parent, slot: at }) =>
    parent === container && at === slot ? [key] : [],
  );
  const begun = view.toCanvas({ x: down.clientX, y: down.clientY });
  let moving = false;
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId || editor.store.getState().readOnly) return;
    if (!moving && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < threshold) return;
    moving = true;
    const at = view.toCanvas({ x: event.clientX, y: event.clientY });
    dragTogether(kit, keys, cards, { x: at.x - begun.x, y: at.y - begun.y });
  };
  const stop = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", cancel);
    window.removeEventListener("keydown", onEscape, true);
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    stop();
    if (moving) settleDrag(kit, keys);
    else editor.select(keys);
  };
  const cancel = () => {
    stop();
    canvas.setState({ drag: null });
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  window.addEventListener("pointercancel", cancel);
  window.addEventListener("keydown", onEscape, true);
}
