import { type RefObject, useLayoutEffect } from "react";
import { type Light, useCanvasStore } from "./canvasStore";

/**
 * Takes an element away while it is faded: what is painted below shows through, under its veil. It stays what the pointer and the keyboard
 * take hold of. Written straight onto the element: what is lit changes as fast as the pointer moves, and no card is rendered for it.
 */
export function useFaded(element: RefObject<Element | null>, isLit: (light: Light) => boolean): void {
  const canvas = useCanvasStore();
  useLayoutEffect(() => {
    const update = () => {
      const { light } = canvas.getState();
      element.current?.toggleAttribute("data-faded", light !== null && !isLit(light));
    };
    update();
    return canvas.subscribe((state, before) => {
      if (state.light !== before.light) update();
    });
  });
}
