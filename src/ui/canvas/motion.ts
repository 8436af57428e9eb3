/** Whether the view moves, and whether it is seen from afar. While it moves nothing comes or goes: what is painted moves as one. */
import type { useStoreApi } from "reactflow";
import type { CanvasStore } from "./canvasStore";

/** From afar only the steps that one has to do with are elements, and names are drawn as large as they must be to be read. */
export const farBelow = 0.6;
/** A view that has not changed for so long rests. */
const restMs = 120;

/** Starts; the returned function ends it. */
export function keepMotion(flow: ReturnType<typeof useStoreApi>, canvas: CanvasStore): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    const far = flow.getState().transform[2] < farBelow;
    const now = canvas.getState();
    if (now.moving || now.far !== far) canvas.setState({ moving: false, far });
  };
  settle();
  const stop = flow.subscribe((state, before) => {
    if (state.transform === before.transform) return;
    // The first change may be the only one: a view that is set. Those that follow at once are a movement.
    if (rest === undefined) settle();
    else {
      clearTimeout(rest);
      if (!canvas.getState().moving) canvas.setState({ moving: true });
    }
    rest = setTimeout(() => {
      rest = undefined;
      settle();
    }, restMs);
  });
  return () => {
    stop();
    clearTimeout(rest);
  };
}
