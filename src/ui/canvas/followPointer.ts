import type { Position } from "../../pipeline/definition/document";
import { listen } from "../kit/listen";

interface Steered {
  /** The pointer is somewhere else in the window. */
  readonly move: (client: Position) => void;
  readonly up: (client: Position) => void;
  /** The browser took the pointer away, or Escape was pressed. */
  readonly cancel: (byKey: boolean) => void;
}

/** Follows the pointer that went down until it is let go, or that is cancelled. */
export function followPointer({ pointerId }: PointerEvent, { move, up, cancel }: Steered): void {
  const ofPointer = (then: (client: Position) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) then({ x: event.clientX, y: event.clientY });
  };
  const stopPointer = listen(window, {
    pointermove: ofPointer(move),
    pointerup: ofPointer((client) => {
      stop();
      up(client);
    }),
    pointercancel: () => {
      stop();
      cancel(false);
    },
  });
  const stopKey = onEscape(() => {
    stop();
    cancel(true);
  });
  const stop = () => {
    stopPointer();
    stopKey();
  };
}

/** Escape means this, and nothing else; until the returned function is called. */
export function onEscape(run: () => void): () => void {
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return listen(window, { keydown }, true);
}
