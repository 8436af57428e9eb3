import type { CanvasKit } from "../kit";
import { wirePointer } from "../wire/pointer";

const shownFor = 6_000;

/** Says why, where the pointer let go: until the next press, or until it has been read. */
export function showRefusal({ editor, canvas }: CanvasKit, text: string): void {
  const refusal = { text, client: wirePointer.getState().client };
  canvas.setState({ refusal });
  editor.announce(text);
  const end = () => {
    clearTimeout(timer);
    window.removeEventListener("pointerdown", end, true);
    if (canvas.getState().refusal === refusal) canvas.setState({ refusal: null });
  };
  const timer = setTimeout(end, shownFor);
  window.addEventListener("pointerdown", end, true);
}
