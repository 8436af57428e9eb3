import { type PointerEvent, useEffect, useMemo } from "react";
import type { Position } from "../../pipeline/definition/document";
import { contains, grown } from "../../pipeline/layout/rect";
import { type CanvasKit, useKit } from "./kit";
import { cardAt } from "./sceneIndex";

/** Ports stand on a card's edge: so far beyond it the pointer is still at the card. */
const beside = 14;

/** The step under a point of the window; one that the pointer was over stays it as long as the pointer may be at its ports. */
export function stepUnder({ canvas, view }: CanvasKit, client: Position): string | null {
  const { scene, under } = canvas.getState();
  const at = view.toCanvas(client);
  const before = under === null ? undefined : scene.cards.get(under);
  const isAtPorts = before !== undefined && contains(grown(before, Math.max(beside, 6 / view.zoom())), at);
  const found = cardAt(scene.cards, at);
  return found !== null && !found.shape.box ? found.key : isAtPorts && under !== null ? under : (found?.key ?? null);
}

/** Keeps the step under the pointer: it is an element, however small it is seen. */
export function useUnder() {
  const kit = useKit();
  const pointer = useMemo(() => ({ at: null as Position | null }), []);
  useEffect(() => {
    const { canvas } = kit;
    // The view moved below a pointer that rests.
    return canvas.subscribe((state, before) => {
      if (!state.moving && before.moving && pointer.at !== null) follow(kit, pointer.at);
    });
  }, [kit, pointer]);
  return useMemo(
    () => ({
      onPointerMove: (event: PointerEvent) => {
        pointer.at = { x: event.clientX, y: event.clientY };
        if (event.buttons === 0) follow(kit, pointer.at);
      },
      onPointerLeave: () => {
        pointer.at = null;
        if (kit.canvas.getState().under !== null) kit.canvas.setState({ under: null });
      },
    }),
    [kit, pointer],
  );
}

function follow(kit: CanvasKit, client: Position): void {
  const { canvas } = kit;
  const { drag, wire, overlay } = canvas.getState();
  if (drag !== null || wire !== null || overlay !== null) return;
  const under = stepUnder(kit, client);
  if (under !== canvas.getState().under) canvas.setState({ under });
}
