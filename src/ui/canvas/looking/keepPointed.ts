/** Keeps what the pointer rests on, or what has the focus by key: a step, or from afar a wire. Alt asks for the whole path. */
import type { Position } from "../../../pipeline/definition/document";
import { listen } from "../../kit/listen";
import { stepOf } from "../focus";
import type { CanvasKit } from "../kit";
import { lineAt } from "../sceneIndex";

/** A pointer that only passes lights nothing. */
const restMs = 180;
/** So near to a wire it is pointed at, in pixels of the screen; further away than this zoom nobody can tell which. */
const reach = 6;
const wiresFrom = 0.1;

/** Starts; the returned function ends it. */
export function keepPointed({ canvas, view }: CanvasKit, surface: HTMLElement): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let client: Position = { x: 0, y: 0 };
  const settle = () => {
    const { under, hover, overlay } = canvas.getState();
    const told = overlay !== null ? null : under !== null || hover?.kind === "line" ? client : null;
    canvas.setState({ pointed: under, told });
  };
  const later = () => {
    clearTimeout(resting);
    resting = setTimeout(settle, restMs);
  };
  /** From afar a wire is no element that hears of the pointer. */
  const followWires = () => {
    const { far, under, hover, lines, wire, drag } = canvas.getState();
    if (!far || wire !== null || drag !== null) return;
    const zoom = view.zoom();
    const found = under === null && zoom >= wiresFrom ? lineAt(lines, view.toCanvas(client), reach / zoom) : null;
    const before = hover?.kind === "line" ? hover.id : null;
    if (found !== before) canvas.setState({ hover: found === null ? null : { kind: "line", id: found } });
  };
  const stops = [
    listen(surface, {
      pointermove: (event) => {
        client = { x: event.clientX, y: event.clientY };
        if (canvas.getState().told !== null) canvas.setState({ told: null });
        if (event.buttons !== 0) return;
        followWires();
        later();
      },
      pointerdown: () => {
        clearTimeout(resting);
        if (canvas.getState().told !== null) canvas.setState({ told: null });
      },
      pointerleave: () => {
        clearTimeout(resting);
        canvas.setState({ pointed: null, told: null });
      },
      focusin: ({ target }) => {
        if (target instanceof Element && target.matches(":focus-visible")) canvas.setState({ pointed: stepOf(target) });
      },
      focusout: () => {
        if (canvas.getState().pointed !== canvas.getState().under) canvas.setState({ pointed: null });
      },
    }),
    canvas.subscribe((state, before) => {
      // Left, a step is looked at no more; one that is come to must be rested on first.
      const isLeft = state.under !== before.under && state.pointed !== null && state.under !== state.pointed;
      if (isLeft || (state.moving && state.told !== null)) canvas.setState({ pointed: null, told: null });
    }),
    listen(window, {
      keydown: (event) => {
        if (event.key !== "Alt" || canvas.getState().light === null) return;
        // Else the browser's menu has the focus when the key comes up.
        event.preventDefault();
        if (!canvas.getState().whole) canvas.setState({ whole: true });
      },
      keyup: (event) => {
        if (event.key === "Alt" && canvas.getState().whole) canvas.setState({ whole: false });
      },
      blur: () => {
        if (canvas.getState().whole) canvas.setState({ whole: false });
      },
    }),
  ];
  return () => {
    clearTimeout(resting);
    for (const stop of stops) stop();
  };
}
