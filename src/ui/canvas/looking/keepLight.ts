/** Keeps what is lit in step with what is looked at: the step under the pointer or with the focus, else the selected ones. */
import { graphOf } from "../../../editor/session/selectors";
import type { CanvasState, Light } from "../canvasStore";
import type { CanvasKit } from "../kit";
import { sameKeys } from "../sameKeys";
import { lightOf } from "./lightOf";

/** Starts; the returned function ends it. */
export function keepLight({ editor, canvas }: CanvasKit): () => void {
  const update = () => {
    const state = canvas.getState();
    const light = isBusy(state) ? null : lightOf(graphOf(editor.store.getState()), state, lookedAt(state), state.whole);
    if (!sameLight(light, state.light)) canvas.setState({ light });
  };
  const lookedAt = ({ pointed, held }: CanvasState) =>
    pointed === null ? (held ?? editor.store.getState().selection.steps) : [pointed];
  update();
  const stops = [
    canvas.subscribe((state, before) => {
      const same =
        state.pointed === before.pointed &&
        state.held === before.held &&
        state.whole === before.whole &&
        state.scene.cards === before.scene.cards &&
        state.lines === before.lines &&
        isBusy(state) === isBusy(before);
      if (!same) update();
    }),
    editor.store.subscribe((state, before) => {
      if (state.selection !== before.selection) update();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    canvas.setState({ light: null });
  };
}

/** What is in hand has its own looks; what was found is not to fade. */
function isBusy({ drag, wire, cycle, renaming, found }: CanvasState): boolean {
  return drag !== null || wire !== null || cycle !== null || renaming !== null || found.steps.size > 0;
}

function sameLight(left: Light | null, right: Light | null): boolean {
  if (left === null || right === null) return left === right;
  return sameKeys(left.own, right.own) && sameKeys(left.keys, right.keys) && sameKeys(left.lines, right.lines);
}
